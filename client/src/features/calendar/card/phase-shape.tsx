import type { Phase } from '@schakelbord/shared/model/activity'
import { memo, type ReactNode } from 'react'

const shapes: Readonly<Record<Phase, ReactNode>> = {
  idea: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.4 2.2" />,
  proposed: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  pencilled: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  firm: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  announced: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1m0 3.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6"
    />
  ),
  held: <rect x="1.5" y="1.5" width="9" height="9" rx="1.5" fill="currentColor" />,
  learned: <path d="M1.5 6.5 4.8 9.8 10.5 2.6" fill="none" stroke="currentColor" strokeWidth="2" />,
  'not-this-year': <path d="M1.5 6h9" stroke="currentColor" strokeWidth="2" />,
  cancelled: <path d="m2 2 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.8" />,
}

/** The phase of an activity as a shape, never as a colour. Its name stands elsewhere. */
export const PhaseShape = memo(function PhaseShape({ phase }: { readonly phase: Phase }) {
  return (
    <svg className="cal-phase" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {shapes[phase]}
    </svg>
  )
})
