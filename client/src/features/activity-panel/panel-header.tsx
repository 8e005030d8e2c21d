import { ChevronLeft, Copy, Trash2, X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { copyActivity } from '@schakelbord/shared/commands/copy-activity'
import { deleteActivity } from '@schakelbord/shared/commands/delete-activity'
import { editActivity } from '@schakelbord/shared/commands/edit-activity'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { recipeOf } from '@schakelbord/shared/domain/recipes'
import type { Activity } from '@schakelbord/shared/model/activity'
import { useLanguage } from '#i18n/use-language.ts'
import { usePeers, useSession } from '#sync/use-session.ts'
import { draftKeys } from './fields/text-field.tsx'
import { TheirsNote } from './fields/theirs-note.tsx'
import { useDraft } from './fields/use-draft.ts'
import { maxLength } from './fields/text-limits.ts'

/** The head of the panel: the title to write in, who else is here, and what can be done with the whole card. */
export function PanelHeader({
  activity,
  disabled,
  onClose,
}: {
  readonly activity: Activity
  readonly disabled: boolean
  onClose(): void
}): ReactNode {
  const { locale, messages } = useLanguage()
  const { panel: t, together } = messages
  const session = useSession()
  const titleId = useId()
  const activityId = activity.id
  const recipe = recipeOf(activity.recipeId)
  const peers = usePeers().filter((peer) => peer.card === activityId)
  const title = useDraft(
    activity.title,
    (text, typing) => session.run(editActivity, { activityId, changes: { title: text } }, { typing }),
    true,
  )
  return (
    <header className="ap-header" data-recipe={activity.recipeId}>
      <div className="ap-header-bar">
        <button type="button" className="ap-button ap-back" onClick={onClose}>
          <ChevronLeft aria-hidden size={18} />
          {t.backToBoard}
        </button>
        <span className="ap-recipe">{recipe ? inLocale(recipe.shortName, locale) : activity.recipeId}</span>
        <span className="ap-header-tools">
          <button
            type="button"
            className="ap-icon-button"
            disabled={disabled}
            aria-label={t.copy}
            title={t.copy}
            onClick={() => session.run(copyActivity, { activityId, locale }, { say: () => t.copied })}
          >
            <Copy aria-hidden size={16} />
          </button>
          <button
            type="button"
            className="ap-icon-button"
            disabled={disabled}
            aria-label={t.remove}
            title={t.remove}
            onClick={() => {
              const gone = session.run(
                deleteActivity,
                { activityId },
                { say: () => t.removed(activity.title || t.untitled) },
              )
              if (gone.ok) onClose()
            }}
          >
            <Trash2 aria-hidden size={16} />
          </button>
          <button
            type="button"
            className="ap-icon-button ap-close"
            aria-label={t.close}
            title={t.close}
            onClick={onClose}
          >
            <X aria-hidden size={18} />
          </button>
        </span>
      </div>
      <div data-field="title">
        <label htmlFor={titleId} className="ap-visually-hidden">
          {t.titleLabel}
        </label>
        <textarea
          id={titleId}
          className="ap-title"
          rows={1}
          maxLength={maxLength.line}
          placeholder={t.titlePlaceholder}
          value={title.text}
          disabled={disabled}
          onChange={(event) => title.change(event.target.value.replaceAll('\n', ' '))}
          onBlur={title.settle}
          onKeyDown={(event) => draftKeys(event, title, false)}
        />
        <TheirsNote theirs={title.theirs} onTake={title.takeTheirs} />
      </div>
      {peers.length > 0 ? (
        <p className="ap-peers">{t.alsoHere(peers.map((peer) => peer.name || together.someone))}</p>
      ) : null}
    </header>
  )
}
