/** What the activity panel, the notes, the collection picker and the bin say in Dutch. */
export const nlPanel = {
  title: 'Activiteit',
}
