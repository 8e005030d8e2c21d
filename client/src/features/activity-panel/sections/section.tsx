import type { ReactNode } from 'react'

/** A part of the panel under a heading of its own. */
export function Section({
  id,
  title,
  note,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly note?: ReactNode
  readonly children: ReactNode
}): ReactNode {
  return (
    <section className="ap-section" id={`ap-${id}`} data-field={id} aria-labelledby={`ap-${id}-title`} tabIndex={-1}>
      <div className="ap-section-head">
        <h3 id={`ap-${id}-title`} className="ap-section-title">
          {title}
        </h3>
        {note === undefined ? null : <span className="ap-section-note">{note}</span>}
      </div>
      {children}
    </section>
  )
}
