import { useEffect, useId, useRef, useState } from 'react'
import { isDirty, openDraft, receive, revert, theirs, toCommit, type, type Draft } from '../draft.ts'

/** A field that is being typed in: its text, and what to do with it. */
export interface DraftField {
  readonly text: string
  readonly dirty: boolean
  /** What a colleague wrote meanwhile. */
  readonly theirs: string | null
  change(text: string): void
  /** The field is left: writes what was typed, and ends the step of undo. */
  settle(): void
  /** Writes a text at once, for a choice made by pointer. */
  write(text: string): void
  /** Puts back what the board says; tells whether there was anything to put back. */
  takeTheirs(): boolean
}

/** Writes a text; `typing` names one visit to one field, so that the whole visit is one step of undo. */
export type WriteDraft = (text: string, typing: string) => void

/** Units: milliseconds without a keystroke after which running text is written while the field is still open. */
const pauseMs = 800

/**
 * Keeps what is typed beside what the board says, and writes it when the field is left.
 *
 * Concurrency: see {@link Draft}. What was typed is also written when the panel closes or the page is left.
 *
 * @param live also write in a pause, so that a long text is never only in this window; not while a colleague's
 * change waits, since that one is for the person to judge
 */
export function useDraft(value: string, write: WriteDraft, live = false): DraftField {
  const fieldId = useId()
  const [draft, setDraft] = useState<Draft>(() => openDraft(value))
  const current = draft.seen === value ? draft : receive(draft, value)
  if (current !== draft) setDraft(current)

  const latest = useRef({ draft: current, write, visit: 0 })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    latest.current = { ...latest.current, draft: current, write }
  })

  const put = (next: Draft): void => {
    latest.current = { ...latest.current, draft: next }
    setDraft(next)
  }
  const writeLatest = (): void => {
    const text = toCommit(latest.current.draft)
    if (text !== null) latest.current.write(text, `${fieldId}.${latest.current.visit}`)
  }
  const settle = (): void => {
    clearTimeout(timer.current)
    writeLatest()
    put(revert(latest.current.draft))
    latest.current = { ...latest.current, visit: latest.current.visit + 1 }
  }
  const onLeave = useRef(settle)
  useEffect(() => {
    onLeave.current = settle
  })
  useEffect(() => {
    const leave = (): void => onLeave.current()
    globalThis.addEventListener('pagehide', leave)
    return () => {
      globalThis.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  return {
    text: current.text,
    dirty: isDirty(current),
    theirs: theirs(current),
    settle,
    change: (text) => {
      put(type(current, text))
      clearTimeout(timer.current)
      if (live) {
        timer.current = setTimeout(() => {
          if (theirs(latest.current.draft) === null) writeLatest()
        }, pauseMs)
      }
    },
    write: (text) => {
      put(type(current, text))
      settle()
    },
    takeTheirs: () => {
      clearTimeout(timer.current)
      if (!isDirty(latest.current.draft)) return false
      put(revert(latest.current.draft))
      return true
    },
  }
}
