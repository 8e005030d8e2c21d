import type { nlCalendar } from './nl-calendar.ts'

const alongWith = (count: number): string => (count === 1 ? '1 message or step' : `${count} messages and steps`)

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** What the calendar, the tray, the palette and the filters say in English. */
export const enCalendar: typeof nlCalendar = {
  title: 'Calendar',
  gridLabel: 'Calendar: arrows to move, Enter to open, Space to pick up',
  cardRole: 'card',
  someone: 'A colleague',
  untitled: 'Card without a title',
  notDated: 'No date yet',
  background: 'Background',
  moreLayers: (count: number) => `${count} more`,
  fewerLayers: 'less',
  uncertain: (name: string) => `${name}: date not certain yet`,
  connectionCount: (count: number) =>
    count === 0 ? 'No collection yet' : count === 1 ? '1 link to the collection' : `${count} links to the collection`,
  exampleToday: (today: string) => `Example year: today is ${today.replace(/^\S+ /, '')}`,
  emptyCell: (lane: string, when: string) => `${lane}, ${when}, empty`,
  draftLabel: (lane: string, when: string) => `Title of the new card, ${lane}, ${when}`,
  draftPlaceholder: 'Give it a title',
  axis: { targetGroup: 'Target group', discipline: 'Discipline', recipe: 'Recipe', place: 'Place' },
  zoom: { month: 'Month', quarter: 'Quarter', year: 'Year' },
  layerGroup: { public: 'Public holidays', school: 'School holidays', campaigns: 'Campaigns and theme weeks' },
  noLane: {
    targetGroup: 'No target group yet',
    discipline: 'No discipline yet',
    recipe: 'No recipe yet',
    place: 'No place yet',
  },
  toolbar: {
    label: 'View of the calendar',
    today: 'Today',
    previous: { month: 'Previous month', quarter: 'Previous quarter', year: 'Previous year' },
    next: { month: 'Next month', quarter: 'Next quarter', year: 'Next year' },
    zoom: 'How much time you see',
    axis: 'Rows',
    search: 'Search the board',
    clearFilter: 'Show all',
    agenda: 'Agenda',
    more: 'Search and filter',
  },
  palette: {
    label: 'Recipes',
    free: 'Free',
    hint: (name: string) => `${name}: drag onto the board, or press to choose a place`,
  },
  tray: {
    title: 'Not planned yet',
    empty: 'Everything has a date. Drag a card here to take it off its day.',
    more: (count: number) => `Show ${count} more`,
  },
  preview: {
    label: 'About this card',
    when: 'When',
    phase: 'Phase',
    collection: 'Collection',
    team: 'Team',
    open: 'Open',
    weekBack: '‹ Week',
    weekOn: 'Week ›',
    toBin: 'Throw away',
  },
  move: {
    menu: 'Move to…',
    heading: (title: string) => `Move ‘${title}’`,
    submit: 'Move',
    date: 'Date',
    start: 'From',
    end: 'Until',
  },
  addLane: { targetGroup: 'New target group', place: 'New place', name: 'Name' },
  place: { title: 'Title', heading: (recipe: string) => `Put down: ${recipe}`, submit: 'Put down' },
  drag: {
    copy: '+ copy',
    outside: 'Not here: letting go puts it back',
    taken: (title: string, place: string) => `${title} picked up. ${place}`,
    dropped: (title: string, place: string) => `${title} put down: ${place}`,
    putBack: (title: string) => `${title} put back`,
  },
  done: {
    placed: (title: string, place: string, moved: { readonly along: number; readonly behind: number }) =>
      `‘${title}’ is now on ${place}` +
      (moved.along > 0 ? `. ${alongWith(moved.along)} moved along` : '') +
      (moved.behind > 0 ? `, ${moved.behind} locked ${moved.behind === 1 ? 'one' : 'ones'} stayed` : ''),
    toTray: (title: string) => `‘${title}’ is in not planned yet`,
    added: (title: string, place: string, along: number) =>
      `‘${title}’ is on ${place}` + (along > 0 ? `, with ${alongWith(along)}` : ''),
    toBin: (title: string) => `‘${title}’ is in the bin`,
    copied: (title: string) => `‘${title}’ copied`,
    length: (title: string, count: number) => `${title} now takes ${days(count)}`,
  },
  agenda: {
    label: 'Agenda by week',
    add: (week: string) => `Put something in ${week}`,
    emptyWeek: 'Nothing this week yet',
  },
  empty: {
    title: 'Your year begins here',
    text: 'Drag a recipe here, or click a cell and type a title.',
    group: 'Whom do you plan for? Name a target group',
    addGroup: 'Add',
  },
  shortcuts: [
    { keys: '← → ↑ ↓', does: 'Move over cells and cards' },
    { keys: 'Enter', does: 'Open the card, or make one in an empty cell' },
    { keys: 'Space', does: 'Pick up and put down; Esc puts back' },
    { keys: 'Shift ← →', does: 'Shorter or longer' },
    { keys: 'M', does: 'Move without dragging' },
    { keys: 'N', does: 'New card' },
    { keys: 'Ctrl D', does: 'Copy the card' },
    { keys: 'Delete', does: 'Throw away (can be undone)' },
    { keys: 'T', does: 'To today' },
    { keys: 'J K', does: 'Next and previous period' },
    { keys: '1 2 3', does: 'Month, quarter, year' },
    { keys: '/', does: 'Search' },
    { keys: 'F', does: 'Choose target groups' },
  ],
}
