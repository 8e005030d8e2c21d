const changes = (count: number) => (count === 1 ? '1 wijziging' : `${count} wijzigingen`)
const stand = (count: number) => (count === 1 ? 'staat' : 'staan')

/** What the screen says in Dutch about saving, the connection and colleagues. */
export const nlTogether = {
  saved: 'Bewaard',
  savedHint: 'Alles staat op de server.',
  saving: 'Bezig met bewaren…',
  connecting: 'Verbinden…',
  offline: 'Offline',
  offlineChanges: (count: number) => `Offline – ${changes(count)} ${stand(count)} op dit apparaat`,
  offlineHint: 'Werk gerust door. Zodra er verbinding is, gaat alles naar de server.',
  relayTrouble: 'De server kan nu niet bewaren',
  relayTroubleChanges: (count: number) =>
    `De server kan nu niet bewaren – ${changes(count)} ${stand(count)} op dit apparaat`,
  damaged:
    'Dit bord is beschadigd op de schijf van de server. Wat je hier ziet, staat op dit apparaat. Bewaar een kopie en vraag wie Schakelbord bij jullie beheert wat er gebeurt: als het bord terugkomt uit een back-up, is dat een nieuw bord.',
  onlyHere: (count: number) => `${changes(count)} ${stand(count)} alleen op dit apparaat`,
  notKept: (count: number) => `${changes(count)} ${stand(count)} alleen in dit venster – sluit het niet`,
  notSaved: 'Niet verbonden',
  deviceTrouble:
    'Dit apparaat kan niets bewaren: de opslag is vol, gewist of staat uit (privévenster). Zonder verbinding raak je kwijt wat je doet als je dit venster sluit.',
  readOnly:
    'Dit bord is gemaakt met een nieuwere versie. Je kunt het bekijken, maar niet wijzigen. Laad de pagina opnieuw voor de nieuwste versie.',
  sentAway: {
    'text-frame': 'De server begreep dit venster niet. Laad de pagina opnieuw.',
    'frame-too-big':
      'Je laatste wijziging is te groot voor de server. Maak de tekst korter en laad de pagina opnieuw. Ze staat nog op dit apparaat.',
    malformed: 'De server begreep dit venster niet. Laad de pagina opnieuw.',
    'not-signed-in': 'Je bent niet (meer) aangemeld. Wat je deed staat nog op dit apparaat.',
    'no-right': 'De server neemt wijzigingen van deze browser niet (meer) aan. Wat je deed staat nog op dit apparaat.',
    'no-such-board': 'Dit bord is weggegooid.',
    'over-limit': 'Dit bord is vol: de server neemt er niets meer bij. Wat je deed staat nog op dit apparaat.',
    'bad-shape':
      'De server nam je laatste wijziging niet aan: die past niet in het bord. Wat je deed staat nog op dit apparaat, en niemand anders ziet het.',
    diverged:
      'Dit venster en de server zijn het niet meer eens over dit bord. Bewaar een kopie van wat je deed en ga verder met het bord zoals de anderen het zien.',
    'client-too-old': 'Er is een nieuwere versie. Laad de pagina opnieuw; wat je deed staat nog op dit apparaat.',
  },
  tooBig: (title: string, megabytes: number) =>
    `Wat je bij ‘${title}’ invulde is te groot (${megabytes.toFixed(1).replace('.', ',')} MB; in één wijziging past 1 MB). Maak het korter en laad de pagina opnieuw. Het staat nog op dit apparaat.`,
  keepCopy: 'Kopie bewaren',
  noCopy: 'De kopie kon niet worden gemaakt. Laat dit venster open en probeer het opnieuw.',
  downloadChanges: 'Kopie met mijn wijzigingen downloaden',
  goOnWithOthers: 'Verder met het bord van de anderen',
  rescue: {
    title: 'Verder met het bord van de anderen',
    first:
      'Bewaar eerst wat je hier deed. Je krijgt een bestand van het hele bord zoals jij het nu ziet. Op de pagina met alle borden kun je het later openen als nieuw bord, met ‘Bordbestand openen’.',
    downloaded: 'Klaar. Kijk bij je downloads.',
    second:
      'Haal daarna het bord op zoals de anderen het zien. Wat alleen op dit apparaat stond, gaat dan van dit bord af. Als er ruimte is blijft een kopie apart staan, in het menu onder ‘Apart gezette kopieën’.',
    goOn: 'Verder zonder mijn wijzigingen',
  },
  aside: {
    title: 'Apart gezette kopieën',
    banner:
      'Dit bord is hier opnieuw opgehaald, omdat dit venster en de server het niet eens werden. De server had bevestigd wat je deed. Voor de zekerheid staat er een kopie van hoe het hier stond.',
    show: 'Kopie bekijken',
    why: 'Zo stond dit bord op dit apparaat toen het opnieuw werd opgehaald. Elke kopie is een bestand van het hele bord. Mis je iets? Download de kopie en open haar op de pagina met alle borden, met ‘Bordbestand openen’. Dan krijg je een nieuw bord ernaast.',
    none: 'Er staan geen kopieën meer apart.',
    download: 'Downloaden',
    downloaded: 'Klaar. Kijk bij je downloads.',
    forget: 'Weghalen',
  },
  tryAgain: 'Opnieuw verbinden',
  people: 'Wie is er nu',
  someone: 'Iemand',
  here: (name: string, discipline: string, where: string) =>
    [name, discipline, where].filter((part) => part !== '').join(' · '),
  atCard: (title: string) => `bij ‘${title}’`,
  more: (count: number) => `en nog ${count}`,
  whoAreYou: {
    title: 'Hoe heet je?',
    why: 'Zo zien collega’s wie wat doet. Je kunt dit later wijzigen.',
    name: 'Naam',
    discipline: 'Waar werk je?',
    noDiscipline: 'Zeg ik liever niet',
    language: 'Taal',
    start: 'Aan de slag',
    later: 'Later',
    change: 'Naam en afdeling',
  },
}
