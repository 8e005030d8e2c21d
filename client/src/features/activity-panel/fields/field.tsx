import type { ReactNode } from 'react'

/** What stands around a control: its label, what it is for, and what is odd about it. */
export function Field({
  name,
  label,
  help,
  hint,
  controlId,
  helpId,
  children,
}: {
  /** The name by which an open question leads here. */
  readonly name?: string | undefined
  readonly label: ReactNode
  readonly help?: ReactNode
  /** Friendly remark; never an error. */
  readonly hint?: ReactNode
  readonly controlId: string
  readonly helpId: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <div className="ap-field" data-field={name}>
      <label className="ap-label" htmlFor={controlId}>
        {label}
      </label>
      {children}
      <div id={helpId} className="ap-help">
        {help}
        {hint ? <span className="ap-hint">{hint}</span> : null}
      </div>
    </div>
  )
}
