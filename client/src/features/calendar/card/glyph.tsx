/**
 * A picture of one path: hundreds of cards carry one, so each is two elements and no more.
 *
 * Source: the shapes follow Lucide's (ISC), joined into a single path on its grid of 24.
 */
export function Glyph({ path, className = 'cal-icon' }: { readonly path: string; readonly className?: string }) {
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  )
}

/** An open book: a card is connected to the collection. */
export const bookGlyph =
  'M12 7v14M3 18a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h5a4 4 0 0 1 4 4 4 4 0 0 1 4-4h5a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-6a3 3 0 0 0-3 3 3 3 0 0 0-3-3z'
