import type { Bilingual } from './bilingual.ts'

/** What a role is there for and what it does on the board. */
export type RoleGuide = { summary: Bilingual; jobs: readonly Bilingual[] }

const guidesByRole = new Map<string, RoleGuide>([
  [
    'collection-specialist',
    {
      summary: {
        nl: 'Stelt de collectie samen, kent het werkgebied en legt verbinding met andere afdelingen.',
        en: 'Composes the collection, knows the service area and connects with other departments.',
      },
      jobs: [
        { nl: 'Titels koppelen aan een kaart en gaten melden', en: 'Link titles to a card and report gaps' },
        { nl: 'Aanschafverzoeken lezen op patronen', en: 'Read purchase requests for patterns' },
        { nl: 'Gastkeuzes toetsen en beslissen', en: 'Check guest choices and decide' },
        { nl: 'Zelf zichtbaar zijn bij publiek', en: 'Be visible to the public' },
        { nl: 'Na afloop uitleen en niet-uitleen duiden', en: 'Interpret loans and non-loans afterwards' },
      ],
    },
  ],
  [
    'childrens-collection-specialist',
    {
      summary: {
        nl: 'Autoriteit voor 0-12: leesplezier, school en vestiging op elkaar afgestemd.',
        en: 'Authority for 0-12: reading pleasure, school and branch aligned.',
      },
      jobs: [
        {
          nl: 'Schoolcollecties en vestiging laten aanvullen',
          en: 'Make school and branch collections complement each other',
        },
        { nl: 'Tips voor voorlezers en leerkrachten', en: 'Tips for people who read aloud and teachers' },
      ],
    },
  ],
  [
    'collection-manager',
    {
      summary: {
        nl: 'Eigenaar van het collectiebeleid en de uren en het experimenteerbudget.',
        en: 'Owner of collection policy and of hours and experiment budget.',
      },
      jobs: [
        { nl: "Thema's kiezen voor lokaal beleid", en: 'Choose themes for local policy' },
        { nl: 'Normen volgen', en: 'Follow the norms' },
        { nl: 'Ruimte geven om te proberen', en: 'Give room to try' },
      ],
    },
  ],
  [
    'programme-maker',
    {
      summary: {
        nl: 'Bedenkt en maakt activiteiten met publiek en partners; voelt zich vooral conceptmaker en verkenner.',
        en: 'Invents and makes activities with public and partners; feels mostly concept maker and scout.',
      },
      jobs: [
        { nl: 'Vorm, plek en datum kiezen', en: 'Choose form, place and date' },
        { nl: 'Sprekers en partners vragen, ook naar hun boek', en: 'Ask speakers and partners, also for their book' },
        { nl: 'Draaiboek en avond zelf', en: 'Running order and the evening itself' },
        { nl: 'Met bewoners samen programmeren', en: 'Programme together with residents' },
      ],
    },
  ],
  [
    'marketer',
    {
      summary: {
        nl: 'Bewaakt doelgroepkeuze en klantblik en bouwt de gezamenlijke contentkalender.',
        en: 'Guards target-group choice and customer view and builds the shared content calendar.',
      },
      jobs: [
        { nl: 'Van kaart naar kanaal en datum', en: 'From card to channel and date' },
        { nl: 'Doelgroep scherp houden', en: 'Keep the target group sharp' },
        { nl: 'Collectioneur in beeld brengen', en: 'Show the collection specialist' },
        { nl: 'Intern laten zien wat er speelt', en: 'Show internally what is going on' },
        { nl: 'Keuzes afdwingen: wat doen we niet', en: 'Force choices: what do we not do' },
      ],
    },
  ],
  [
    'director',
    {
      summary: {
        nl: 'Geeft steun, tijd en geld en verbindt plan met gemeente.',
        en: 'Gives support, time and money and connects the plan with the municipality.',
      },
      jobs: [
        { nl: 'Waarom van de verbinding uitdragen', en: 'Voice the why of the connection' },
        { nl: 'Ruimte en uren vrijmaken', en: 'Free up room and hours' },
        { nl: 'Jaarplan en uitkomsten lezen', en: 'Read the year plan and outcomes' },
      ],
    },
  ],
  [
    'public-services',
    {
      summary: {
        nl: 'Gezicht en titelkenner op de vloer; ogen en oren voor de specialist.',
        en: 'Face and title expert on the floor; eyes and ears for the specialist.',
      },
      jobs: [
        { nl: 'Vragen van bezoekers op de kaart zetten', en: "Put visitors' questions on the card" },
        { nl: 'Presentatieblok bijvullen', en: 'Refill the presentation block' },
        { nl: 'Boekenspreekuur mee draaien', en: 'Help run the book matchmaker' },
      ],
    },
  ],
  [
    'education-specialist',
    {
      summary: {
        nl: 'Verbindt met opvang, po, vo en mbo.',
        en: 'Connects with childcare, primary, secondary and vocational schools.',
      },
      jobs: [
        { nl: 'Klassen en data regelen', en: 'Arrange classes and dates' },
        { nl: 'Schoolmail en ouderinfo', en: 'School mail and parent information' },
      ],
    },
  ],
  [
    'basic-skills-specialist',
    {
      summary: {
        nl: 'Brengt de blik van mensen die aan taal en digitaal werken.',
        en: 'Brings the view of people working on language and digital skills.',
      },
      jobs: [
        { nl: 'Taalniveau en toon toetsen', en: 'Check language level and tone' },
        { nl: 'Deelnemers laten meekiezen', en: 'Let participants help choose' },
      ],
    },
  ],
  [
    'community-librarian',
    {
      summary: {
        nl: 'Kent groepen in de wijk en haalt hun vragen en boeken binnen.',
        en: 'Knows groups in the neighbourhood and brings in their questions and books.',
      },
      jobs: [
        { nl: 'Gastcurator vinden en begeleiden', en: 'Find and guide a guest curator' },
        { nl: 'Afspraken met groepen vastleggen', en: 'Record agreements with groups' },
      ],
    },
  ],
  [
    'volunteer',
    {
      summary: {
        nl: 'Helpt mee op de vloer, bij taal of op locatie.',
        en: 'Helps on the floor, with language or on location.',
      },
      jobs: [{ nl: 'Eigen taak op de kaart zien', en: 'See the own task on the card' }],
    },
  ],
  [
    'guest-curator',
    {
      summary: {
        nl: 'Inwoner of groep die tijdelijk meekiest; de bibliotheek beslist.',
        en: 'Resident or group who helps choose for a while; the library decides.',
      },
      jobs: [
        { nl: 'Titels voorstellen met een reden', en: 'Propose titles with a reason' },
        { nl: 'Zich laten zien bij de kast', en: 'Be seen at the shelf' },
      ],
    },
  ],
  [
    'partner-contact',
    {
      summary: {
        nl: 'Spreekt namens een partnerorganisatie af.',
        en: 'Makes agreements on behalf of a partner organisation.',
      },
      jobs: [{ nl: 'Eigen belang en inbreng delen', en: 'Share own interest and input' }],
    },
  ],
  [
    'network-adviser',
    {
      summary: {
        nl: 'Brengt voorbeelden, begeleidt fieldlab en intervisie.',
        en: 'Brings examples, supports fieldlab and peer review.',
      },
      jobs: [{ nl: 'Experimenten vergelijken tussen bibliotheken', en: 'Compare experiments across libraries' }],
    },
  ],
  [
    'fieldlab-participant',
    {
      summary: {
        nl: 'Probeert uit, legt vast wat er gebeurt en deelt het.',
        en: 'Tries out, records what happens and shares it.',
      },
      jobs: [
        { nl: 'Aanname opschrijven voor de start', en: 'Write the assumption before the start' },
        { nl: 'Waarnemen en bijstellen', en: 'Observe and adjust' },
      ],
    },
  ],
  [
    'connector',
    {
      summary: {
        nl: 'Speelse naam voor wie collectie en programma tegelijk doet; geen functie maar een houding.',
        en: 'Playful name for whoever does collection and programme at once; not a job but an attitude.',
      },
      jobs: [
        { nl: 'Kaarten aan elkaar knopen', en: 'Tie cards together' },
        { nl: 'Twee afdelingen aan tafel krijgen', en: 'Get two departments at the table' },
      ],
    },
  ],
])

/** The guide of a role, if the list has it. */
export function guideOfRole(roleId: string): RoleGuide | undefined {
  return guidesByRole.get(roleId)
}
