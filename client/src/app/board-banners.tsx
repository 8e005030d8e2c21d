import { TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { sentAwaySentence } from '#features/share-state/describe-saved.ts'
import { useLanguage, useMessages } from '#i18n/use-language.ts'
import type { BoardSession } from '#sync/board-session.ts'
import { useSession, useSessionStatus } from '#sync/use-session.ts'
import { Button } from '#ui/button.tsx'
import { keepCopy } from './keep-copy.ts'

/** Fetches the way on after a refusal, ahead of the day on which there is no network. */
export const fetchRescue = () => import('#features/share-state/rescue-dialog.tsx')
const RescueDialog = lazy(() => fetchRescue().then(({ RescueDialog: dialog }) => ({ default: dialog })))

/**
 * What stands above a board when something keeps it from being an ordinary one: it says why, and what one can do.
 *
 * @param onShowAside shows a copy that was put aside without the person having asked for it; `null` where there is none
 */
export function BoardBanners({ onShowAside }: { readonly onShowAside: (() => void) | null }) {
  const session = useSession()
  const { saved, deviceTrouble, writable } = useSessionStatus()
  const { together, app } = useMessages()
  const [rescuing, setRescuing] = useState(false)
  const tooBig = useTooBig(session, saved.kind === 'sent-away' && saved.reason === 'frame-too-big')
  const damaged = useDamaged(session.boardId, saved.kind === 'relay-trouble')
  const copy = <Button onClick={() => void keepCopy(session)}>{together.downloadChanges}</Button>
  const reload = <Button onClick={() => window.location.reload()}>{app.reload}</Button>
  return (
    <>
      {!writable && <Banner sentence={together.readOnly}>{reload}</Banner>}
      {saved.kind === 'sent-away' && (
        <Banner sentence={tooBig ?? sentAwaySentence(saved.reason, together)}>
          {saved.changes > 0 && copy}
          {reloadHelps.has(saved.reason) && reload}
          {mayComeBack.has(saved.reason) && <Button onClick={() => session.reconnect()}>{together.tryAgain}</Button>}
          {refusedForGood.has(saved.reason) && (
            <Button onClick={() => (saved.changes > 0 ? setRescuing(true) : void beginAnew(session))}>
              {together.goOnWithOthers}
            </Button>
          )}
        </Banner>
      )}
      {onShowAside !== null && (
        <Banner sentence={together.aside.banner}>
          <Button onClick={onShowAside}>{together.aside.show}</Button>
        </Banner>
      )}
      {damaged && (
        <Banner sentence={together.damaged}>
          <Button onClick={() => void keepCopy(session)}>{together.keepCopy}</Button>
        </Banner>
      )}
      {deviceTrouble && <Banner sentence={together.deviceTrouble}>{copy}</Banner>}
      {rescuing && (
        <Suspense fallback={null}>
          <RescueDialog onDownload={() => keepCopy(session)} onClose={() => setRescuing(false)} />
        </Suspense>
      )}
    </>
  )
}

/** Sent again, these changes would be refused again. */
const refusedForGood: ReadonlySet<string> = new Set([
  'bad-shape',
  'frame-too-big',
  'over-limit',
  'no-right',
  'malformed',
  'diverged',
])
const reloadHelps: ReadonlySet<string> = new Set(['client-too-old', 'malformed', 'text-frame', 'frame-too-big'])
/** What was refused once may be taken later: room was made, a right was given back. */
const mayComeBack: ReadonlySet<string> = new Set(['over-limit', 'no-right', 'not-signed-in', 'no-such-board'])

/** Where nothing was done here that the server has not, nothing is lost by beginning anew. */
async function beginAnew(session: BoardSession): Promise<void> {
  await session.discardDeviceCopy()
  window.location.reload()
}

/** What was too big and where; looked for when it is wanted, which is hardly ever. */
function useTooBig(session: BoardSession, wanted: boolean): string | null {
  const { together } = useMessages()
  const [found, setFound] = useState<{ readonly title: string; readonly megabytes: number } | null>(null)
  useEffect(() => {
    if (!wanted) return
    let current = true
    void import('#sync/largest-change.ts').then(({ largestChangeIn }) => {
      const { bytes, id } = largestChangeIn(session.doc)
      const title = id === null ? undefined : session.view.get('activities', id)?.title
      if (current && title !== undefined) setFound({ title, megabytes: bytes / 2 ** 20 })
    })
    return () => {
      current = false
    }
  }, [session, wanted])
  return wanted && found !== null ? together.tooBig(found.title, found.megabytes) : null
}

/** Whether the trouble of the server is with this board alone, and does not pass by itself. */
function useDamaged(boardId: string, wanted: boolean): boolean {
  const { locale } = useLanguage()
  const [damagedId, setDamagedId] = useState<string | null>(null)
  useEffect(() => {
    if (!wanted) return
    let current = true
    import('#features/boards/board-requests.ts')
      .then(({ isDamaged }) => isDamaged(boardId, locale))
      .then(
        (damaged) => {
          if (current) setDamagedId(damaged ? boardId : null)
        },
        () => {},
      )
    return () => {
      current = false
    }
  }, [boardId, locale, wanted])
  return wanted && damagedId === boardId
}

function Banner({ sentence, children }: { readonly sentence: string; readonly children: ReactNode }) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-warn-bg px-4 py-2">
      <TriangleAlert aria-hidden size={18} className="shrink-0" />
      <p className="min-w-0 flex-1 basis-60">{sentence}</p>
      <span className="flex flex-wrap gap-2">{children}</span>
    </div>
  )
}
