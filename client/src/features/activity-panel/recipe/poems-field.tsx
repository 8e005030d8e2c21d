import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { fieldsOfRecipe } from '@schakelbord/shared/domain/recipe-fields'
import { useLanguage } from '#i18n/use-language.ts'
import { SelectField } from '../fields/select-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { withPoem, type Poem } from './recipe-value.ts'

/** Poems with their maker and the rights on each. */
export function PoemsField({
  name,
  legend,
  help,
  hint,
  disabled,
  poems,
  stored,
  onWrite,
}: {
  readonly name: string
  readonly legend: string
  readonly help: ReactNode
  readonly hint: ReactNode
  readonly disabled: boolean
  readonly poems: readonly Poem[]
  readonly stored: unknown
  onWrite(value: unknown, typing?: string): void
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const rights = fieldsOfRecipe('poezee').find((field) => field.key === 'rights')?.options ?? []
  return (
    <fieldset className="ap-field ap-fieldset" data-field={name}>
      <legend className="ap-label">{legend}</legend>
      <div className="ap-help">
        {help}
        {hint ? <span className="ap-hint">{hint}</span> : null}
      </div>
      {poems.map((poem, index) => {
        const change = (part: Partial<Omit<Poem, 'at'>>, typing?: string): void =>
          onWrite(withPoem(stored, poem.at, part), typing)
        return (
          <fieldset key={poem.at} className="ap-box">
            <legend className="ap-visually-hidden">{t.poem(index + 1)}</legend>
            <TextField
              label={t.poemTitle}
              value={poem.title}
              disabled={disabled}
              onWrite={(title, typing) => change({ title }, typing)}
            />
            <div className="ap-pair">
              <TextField
                label={t.poemMaker}
                value={poem.maker}
                disabled={disabled}
                onWrite={(maker, typing) => change({ maker }, typing)}
              />
              <SelectField
                label={t.poemRights}
                value={poem.rights === '' ? null : poem.rights}
                none={t.notChosen}
                choices={rights.map((option) => ({ id: option.id, label: inLocale(option.name, locale) }))}
                disabled={disabled}
                onWrite={(value) => change({ rights: value ?? '' })}
              />
            </div>
            <button
              type="button"
              className="ap-icon-button ap-box-remove"
              disabled={disabled}
              aria-label={t.removeNamed(poem.title === '' ? t.poem(index + 1) : poem.title)}
              onClick={() => onWrite(withPoem(stored, poem.at, null))}
            >
              <X aria-hidden size={16} />
            </button>
          </fieldset>
        )
      })}
      <button
        type="button"
        className="ap-button"
        disabled={disabled}
        onClick={() => onWrite(withPoem(stored, null, {}))}
      >
        {t.addPoem}
      </button>
    </fieldset>
  )
}
