import { disciplines, isDisciplineId } from '@schakelbord/shared/domain/disciplines'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { isLocale, locales } from '@schakelbord/shared/calendar/locale'
import { useState, type FormEvent } from 'react'
import { switchLocale } from '#i18n/language.ts'
import { useLanguage } from '#i18n/use-language.ts'
import { rename } from '#sync/person.ts'
import { usePerson } from '#sync/use-person.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField, TextField } from '#ui/field.tsx'

/** Asks once who works here, and in which language. Nothing waits for it: "later" is fine too. */
export function NameDialog({ onClose }: { readonly onClose: () => void }) {
  const { locale, messages } = useLanguage()
  const { app, together } = messages
  const words = together.whoAreYou
  const person = usePerson()
  const [name, setName] = useState(person.name)
  const [discipline, setDiscipline] = useState<string>(person.discipline)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    rename(name, isDisciplineId(discipline) ? discipline : '')
    onClose()
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={onSubmit}>
        <p className="mb-4 text-ink-2">{words.why}</p>
        <TextField label={words.name} value={name} onChange={setName} maxLength={60} autoComplete="name" autoFocus />
        <SelectField
          label={words.discipline}
          value={discipline}
          onChange={setDiscipline}
          options={[
            { id: '', label: words.noDiscipline },
            ...disciplines.map(({ id, name: label }) => ({ id, label: inLocale(label, locale) })),
          ]}
        />
        <SelectField
          label={words.language}
          value={locale}
          onChange={(chosen) => {
            if (isLocale(chosen)) void switchLocale(chosen)
          }}
          options={locales.map((id) => ({ id, label: app.languages[id] }))}
        />
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button look="bare" onClick={onClose}>
            {words.later}
          </Button>
          <Button look="solid" type="submit" disabled={name.trim() === ''}>
            {words.start}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
