import { ChevronRight } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'

/** A row that opens to show more of itself. */
export function Disclosure({
  summary,
  label,
  startOpen = false,
  children,
}: {
  readonly summary: ReactNode
  /** Accessible name, where the summary alone would not say enough. */
  readonly label?: string
  readonly startOpen?: boolean
  readonly children: ReactNode
}): ReactNode {
  const [open, setOpen] = useState(startOpen)
  const bodyId = useId()
  return (
    <div className="ap-disclosure" data-open={open}>
      <button
        type="button"
        className="ap-disclosure-button"
        aria-expanded={open}
        aria-controls={bodyId}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight aria-hidden size={16} className="ap-chevron" />
        {summary}
      </button>
      <div id={bodyId} hidden={!open} className="ap-disclosure-body">
        {open ? children : null}
      </div>
    </div>
  )
}
