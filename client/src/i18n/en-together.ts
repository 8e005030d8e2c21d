import type { nlTogether } from './nl-together.ts'

const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`)

/** What the screen says in English about saving, the connection and colleagues. */
export const enTogether: typeof nlTogether = {
  saved: 'Saved',
  savedHint: 'Everything is on the server.',
  saving: 'Saving…',
  connecting: 'Connecting…',
  offline: 'Offline',
  offlineChanges: (count) => `Offline – ${changes(count)} kept on this device`,
  offlineHint: 'Carry on. Everything goes to the server as soon as there is a connection.',
  relayTrouble: 'The server cannot save now',
  relayTroubleChanges: (count) => `The server cannot save now – ${changes(count)} kept on this device`,
  damaged:
    'This board was damaged on the server’s disk. What you see here is on this device. Keep a copy and ask whoever runs Schakelbord for you what happens next: if the board comes back out of a backup, that is a new board.',
  onlyHere: (count) => `${changes(count)} only on this device`,
  notKept: (count) => `${changes(count)} only in this window – do not close it`,
  notSaved: 'Not connected',
  deviceTrouble:
    'This device cannot keep anything: its storage is full, was cleared or is switched off (private window). Without a connection, what you do is lost when you close this window.',
  readOnly:
    'This board was made with a newer version. You can look at it but not change it. Reload the page for the latest version.',
  sentAway: {
    'text-frame': 'The server did not understand this window. Reload the page.',
    'frame-too-big':
      'Your last change is too big for the server. Make the text shorter and reload the page. It is still on this device.',
    malformed: 'The server did not understand this window. Reload the page.',
    'not-signed-in': 'You are not signed in (any more). What you did is still on this device.',
    'no-right': 'The server does not take changes from this browser (any more). What you did is still on this device.',
    'no-such-board': 'This board was thrown away.',
    'over-limit': 'This board is full: the server takes nothing more. What you did is still on this device.',
    'bad-shape':
      'The server did not take your last change: it does not fit the board. What you did is still on this device, and nobody else sees it.',
    diverged:
      'This window and the server no longer agree on this board. Keep a copy of what you did and go on with the board as the others see it.',
    'client-too-old': 'There is a newer version. Reload the page; what you did is still on this device.',
  },
  tooBig: (title, megabytes) =>
    `What you filled in at ‘${title}’ is too big (${megabytes.toFixed(1)} MB; one change can hold 1 MB). Make it shorter and reload the page. It is still on this device.`,
  keepCopy: 'Keep a copy',
  noCopy: 'The copy could not be made. Leave this window open and try again.',
  downloadChanges: 'Download a copy with my changes',
  goOnWithOthers: 'Go on with the others’ board',
  rescue: {
    title: 'Go on with the others’ board',
    first:
      'First keep what you did here. You get a file of the whole board as you see it now. On the page with all boards you can open it later as a new board, with ‘Open a board file’.',
    downloaded: 'Done. Look in your downloads.',
    second:
      'Then fetch the board as the others see it. What was only on this device goes off this board. If there is room, a copy stays aside, in the menu under ‘Copies put aside’.',
    goOn: 'Go on without my changes',
  },
  aside: {
    title: 'Copies put aside',
    banner:
      'This board was fetched anew here, because this window and the server could not agree. The server had confirmed what you did. To be on the safe side there is a copy of how it was here.',
    show: 'Look at the copy',
    why: 'This is how the board was on this device when it was fetched anew. Each copy is a file of the whole board. Is something missing? Download the copy and open it on the page with all boards, with ‘Open a board file’. You get a new board beside this one.',
    none: 'No copies are left aside.',
    download: 'Download',
    downloaded: 'Done. Look in your downloads.',
    forget: 'Remove',
  },
  tryAgain: 'Connect again',
  people: 'Who is here now',
  someone: 'Someone',
  here: (name, discipline, where) => [name, discipline, where].filter((part) => part !== '').join(' · '),
  atCard: (title) => `at ‘${title}’`,
  more: (count) => `and ${count} more`,
  whoAreYou: {
    title: 'What is your name?',
    why: 'So colleagues see who does what. You can change this later.',
    name: 'Name',
    discipline: 'Where do you work?',
    noDiscipline: 'I would rather not say',
    language: 'Language',
    start: 'Start',
    later: 'Later',
    change: 'Name and department',
  },
}
