const alongWith = (count: number): string => (count === 1 ? '1 bericht of stap' : `${count} berichten en stappen`)

const days = (count: number): string => (count === 1 ? '1 dag' : `${count} dagen`)

/** What the calendar, the tray, the palette and the filters say in Dutch. */
export const nlCalendar = {
  title: 'Kalender',
  gridLabel: 'Kalender: pijltjes om te lopen, Enter om te openen, spatie om op te pakken',
  cardRole: 'kaart',
  someone: 'Een collega',
  untitled: 'Kaart zonder titel',
  notDated: 'Nog geen datum',
  background: 'Achtergrond',
  moreLayers: (count: number) => `nog ${count}`,
  fewerLayers: 'minder',
  uncertain: (name: string) => `${name}: datum nog niet zeker`,
  connectionCount: (count: number) =>
    count === 0
      ? 'Nog geen collectie'
      : count === 1
        ? '1 verbinding met de collectie'
        : `${count} verbindingen met de collectie`,
  exampleToday: (today: string) => `Voorbeeldjaar: vandaag is ${today.replace(/^\S+ /, '')}`,
  emptyCell: (lane: string, when: string) => `${lane}, ${when}, leeg`,
  draftLabel: (lane: string, when: string) => `Titel van de nieuwe kaart, ${lane}, ${when}`,
  draftPlaceholder: 'Geef een titel',
  axis: { targetGroup: 'Doelgroep', discipline: 'Discipline', recipe: 'Recept', place: 'Plek' },
  zoom: { month: 'Maand', quarter: 'Kwartaal', year: 'Jaar' },
  layerGroup: { public: 'Feestdagen', school: 'Schoolvakanties', campaigns: 'Campagnes en themaweken' },
  noLane: {
    targetGroup: 'Nog geen doelgroep',
    discipline: 'Nog geen discipline',
    recipe: 'Nog geen recept',
    place: 'Nog geen plek',
  },
  toolbar: {
    label: 'Kalender bekijken',
    today: 'Vandaag',
    previous: { month: 'Vorige maand', quarter: 'Vorig kwartaal', year: 'Vorig jaar' },
    next: { month: 'Volgende maand', quarter: 'Volgend kwartaal', year: 'Volgend jaar' },
    zoom: 'Hoeveel tijd je ziet',
    axis: 'Rijen',
    search: 'Zoek op het bord',
    clearFilter: 'Toon alles',
    agenda: 'Agenda',
    more: 'Zoek en filter',
  },
  palette: {
    label: 'Recepten',
    free: 'Vrij',
    hint: (name: string) => `${name}: sleep naar het bord, of klik om een plek te kiezen`,
  },
  tray: {
    title: 'Nog niet gepland',
    empty: 'Alles heeft een datum. Sleep een kaart hierheen om hem los te halen van zijn dag.',
    more: (count: number) => `Toon nog ${count}`,
  },
  preview: {
    label: 'Over deze kaart',
    when: 'Wanneer',
    phase: 'Fase',
    collection: 'Collectie',
    team: 'Team',
    open: 'Openen',
    weekBack: '‹ Week',
    weekOn: 'Week ›',
    toBin: 'Gooi weg',
  },
  move: {
    menu: 'Verplaats naar…',
    heading: (title: string) => `Verplaats ‘${title}’`,
    submit: 'Verplaats',
    date: 'Datum',
    start: 'Van',
    end: 'Tot en met',
  },
  addLane: { targetGroup: 'Nieuwe doelgroep', place: 'Nieuwe plek', name: 'Naam' },
  place: { title: 'Titel', heading: (recipe: string) => `Zet neer: ${recipe}`, submit: 'Zet neer' },
  drag: {
    copy: '+ kopie',
    outside: 'Hier kan het niet: loslaten zet terug',
    taken: (title: string, place: string) => `${title} opgepakt. ${place}`,
    dropped: (title: string, place: string) => `${title} neergezet: ${place}`,
    putBack: (title: string) => `${title} teruggezet`,
  },
  done: {
    placed: (title: string, place: string, moved: { readonly along: number; readonly behind: number }) =>
      `‘${title}’ staat nu op ${place}` +
      (moved.along > 0 ? `. ${alongWith(moved.along)} ${moved.along === 1 ? 'schoof' : 'schoven'} mee` : '') +
      (moved.behind > 0 ? `, ${moved.behind} op slot ${moved.behind === 1 ? 'bleef' : 'bleven'} staan` : ''),
    toTray: (title: string) => `‘${title}’ ligt bij nog niet gepland`,
    added: (title: string, place: string, along: number) =>
      `‘${title}’ staat op ${place}` + (along > 0 ? `, met ${alongWith(along)}` : ''),
    toBin: (title: string) => `‘${title}’ ligt in de prullenbak`,
    copied: (title: string) => `‘${title}’ gekopieerd`,
    length: (title: string, count: number) => `${title} duurt nu ${days(count)}`,
  },
  agenda: {
    label: 'Agenda per week',
    add: (week: string) => `Zet iets neer in ${week}`,
    emptyWeek: 'Nog niets deze week',
  },
  empty: {
    title: 'Hier begint je jaar',
    text: 'Sleep een recept hierheen, of klik op een vak en typ een titel.',
    group: 'Voor wie plan je? Noem een doelgroep',
    addGroup: 'Voeg toe',
  },
  shortcuts: [
    { keys: '← → ↑ ↓', does: 'Loop over vakken en kaarten' },
    { keys: 'Enter', does: 'Open de kaart, of maak er een in een leeg vak' },
    { keys: 'Spatie', does: 'Pak op en zet neer; Esc zet terug' },
    { keys: 'Shift ← →', does: 'Korter of langer' },
    { keys: 'M', does: 'Verplaats zonder slepen' },
    { keys: 'N', does: 'Nieuwe kaart' },
    { keys: 'Ctrl D', does: 'Kopieer de kaart' },
    { keys: 'Delete', does: 'Gooi weg (kan terug)' },
    { keys: 'T', does: 'Naar vandaag' },
    { keys: 'J K', does: 'Volgende en vorige periode' },
    { keys: '1 2 3', does: 'Maand, kwartaal, jaar' },
    { keys: '/', does: 'Zoek' },
    { keys: 'F', does: 'Kies doelgroepen' },
  ],
}
