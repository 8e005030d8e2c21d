import { disciplineOf } from '@schakelbord/shared/domain/disciplines'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { useLanguage } from '#i18n/use-language.ts'
import type { Peer } from '#sync/presence.ts'
import { useBoardView, usePeers } from '#sync/use-session.ts'
import { classNames } from '#ui/class-names.ts'
import { initialsOf } from './initials.ts'

const shownAtMost = 5

/** The colleagues who are on the board now: who they are, where they work and where they look. */
export function Avatars() {
  const peers = usePeers()
  const { messages } = useLanguage()
  const { together } = messages
  if (peers.length === 0) return null
  const shown = peers.slice(0, shownAtMost)
  const hidden = peers.length - shown.length
  return (
    <ul aria-label={together.people} className="flex items-center -space-x-1.5">
      {shown.map((peer, index) => (
        <Avatar key={peer.clientId} peer={peer} phone={index < 2} />
      ))}
      {hidden > 0 && (
        <li
          className="grid size-8 place-items-center rounded-full bg-sunken text-xs font-bold"
          title={together.more(hidden)}
        >
          <span aria-hidden>+{hidden}</span>
          <span className="sr-only">{together.more(hidden)}</span>
        </li>
      )}
    </ul>
  )
}

function Avatar({ peer, phone }: { readonly peer: Peer; readonly phone: boolean }) {
  const { locale, messages } = useLanguage()
  const { together } = messages
  const card = useBoardView(`activities/${peer.card ?? ''}`, (view) =>
    peer.card === null ? undefined : view.get('activities', peer.card),
  )
  const name = peer.name === '' ? together.someone : peer.name
  const discipline = disciplineOf(peer.discipline)
  const where = card === undefined ? '' : together.atCard(card.title)
  const sentence = together.here(name, discipline === undefined ? '' : inLocale(discipline.name, locale), where)
  return (
    <li
      title={sentence}
      data-peer={peer.id}
      className={classNames(
        'size-8 place-items-center rounded-full border-[3px] bg-surface text-xs font-bold',
        phone ? 'grid' : 'hidden sm:grid',
      )}
      style={{ borderColor: safeColour(peer.colour) }}
    >
      <span aria-hidden>{initialsOf(name)}</span>
      <span className="sr-only">{sentence}</span>
    </li>
  )
}

/** Colours come from other windows: only a plain colour reaches the page. */
function safeColour(colour: string): string {
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : 'var(--line-strong)'
}
