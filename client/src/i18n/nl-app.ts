/** What the frame of the app says in Dutch. */
export const nlApp = {
  name: 'Schakelbord',
  skipToContent: 'Naar de inhoud',
  home: 'Alle borden',
  close: 'Sluiten',
  cancel: 'Annuleren',
  loading: 'Even geduld…',
  undo: 'Ongedaan maken',
  redo: 'Opnieuw',
  toasts: 'Meldingen',
  undoKeys: 'Ctrl Z',
  more: 'Meer',
  notFound: {
    title: 'Deze pagina is er niet',
    text: 'Misschien is het adres niet helemaal overgenomen.',
    home: 'Naar alle borden',
  },
}
