const tag = /<[a-z][^<>]*>/gi
const styleAttribute = /\sstyle(?=\s*=)/gi

/**
 * Takes the `style` attributes of pasted mark-up away before it is read.
 *
 * Notes keep no colours and no sizes, and the page's policy would refuse each of these with a complaint.
 */
export function withoutStyles(html: string): string {
  return html.replace(tag, (found) => found.replace(styleAttribute, ' data-was'))
}
