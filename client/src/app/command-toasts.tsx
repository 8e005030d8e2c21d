import { useCallback, useEffect, useRef } from 'react'
import { currentLanguage } from '#i18n/language.ts'
import type { Messages } from '#i18n/nl.ts'
import type { Notice } from '#sync/board-session.ts'
import { useNotices, useSession } from '#sync/use-session.ts'
import { dismissToast, showToast } from '#ui/toasts.ts'

const slot = 'command'

/** Says in a toast what a command did, and offers to take it back as long as it is the last thing done. */
export function CommandToasts() {
  const session = useSession()
  const offered = useRef<{ readonly toast: number; readonly step: number } | null>(null)
  const onNotice = useCallback(
    (notice: Notice) => {
      const { app, commands } = currentLanguage().messages
      const sentence = sentenceFor(notice, commands)
      const { step } = session.history.state
      if (notice.kind !== 'done' || step === 0) {
        offered.current = null
        showToast(sentence, { slot })
        return
      }
      const action = { label: app.undo, keys: app.shortcutKeys.undo, run: () => session.undo() }
      offered.current = { toast: showToast(sentence, { slot, action }), step }
    },
    [session],
  )
  useNotices(onNotice)
  useEffect(
    () =>
      session.history.subscribe(() => {
        const { current } = offered
        if (current === null || current.step === session.history.state.step) return
        offered.current = null
        dismissToast(current.toast)
      }),
    [session],
  )
  return null
}

function sentenceFor(notice: Notice, commands: Messages['commands']): string {
  if (notice.kind === 'refused') return commands.refused[notice.reason]
  if (notice.kind === 'done') return notice.sentence ?? commands.done[notice.command] ?? commands.other
  if (notice.kind === 'nothing') return notice.direction === 'undo' ? commands.nothingToUndo : commands.nothingToRedo
  const { direction, kind, command } = notice.outcome
  const what = (commands.done[command] ?? commands.other).toLocaleLowerCase()
  if (kind === 'done') return direction === 'undo' ? commands.undone(what) : commands.redone(what)
  return direction === 'undo' ? commands.undoOvertaken(what) : commands.redoOvertaken(what)
}
