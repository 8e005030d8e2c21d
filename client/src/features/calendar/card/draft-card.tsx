import { FREE_RECIPE_ID } from '@schakelbord/shared/model/activity'
import { useState, type KeyboardEvent } from 'react'
import { useMessages } from '#i18n/use-language.ts'
import { Glyph } from './glyph.tsx'
import { recipeLookOf } from './recipe-look.ts'

/** What happens to a draft. */
export interface DraftCardProps {
  readonly label: string
  onKeep(title: string): void
  onDrop(): void
}

/** A card that is not there yet: only a title, kept by Enter, gone by Escape. Nothing is written before. */
export function DraftCard({ label, onKeep, onDrop }: DraftCardProps) {
  const { calendar } = useMessages()
  const [title, setTitle] = useState('')
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && title.trim() !== '') onKeep(title.trim())
    else if (event.key === 'Escape' || event.key === 'Enter') onDrop()
    else return
    event.preventDefault()
  }
  return (
    <span className={`cal-card cal-draft ${recipeLookOf(FREE_RECIPE_ID).hueClass}`}>
      <Glyph path={recipeLookOf(FREE_RECIPE_ID).glyph} />
      <input
        className="cal-draft-title"
        aria-label={label}
        placeholder={calendar.draftPlaceholder}
        value={title}
        maxLength={200}
        autoFocus
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => title.trim() === '' && onDrop()}
      />
    </span>
  )
}
