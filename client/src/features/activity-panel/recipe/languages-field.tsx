import type { ReactNode } from 'react'
import { useLanguage } from '#i18n/use-language.ts'
import { PickMany } from '../fields/pick-many.tsx'
import { COMMON_LANGUAGES, languageCodeOf, languageName } from './language-names.ts'

/** Languages by name; a code the list does not have may be typed. */
export function LanguagesField({
  codes,
  onWrite,
  ...around
}: {
  readonly name: string
  readonly legend: string
  readonly help: ReactNode
  readonly hint: ReactNode
  readonly disabled: boolean
  readonly codes: readonly string[]
  onWrite(codes: readonly string[]): void
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const all = [...new Set([...COMMON_LANGUAGES, ...codes])]
  return (
    <PickMany
      {...around}
      placeholder={t.chooseLanguage}
      options={all.map((code) => ({ id: code, label: languageName(code, locale), detail: code }))}
      chosen={codes}
      onAdd={(code) => onWrite([...codes, code])}
      onRemove={(code) => onWrite(codes.filter((one) => one !== code))}
      create={{
        label: t.useLanguageCode,
        run: (typed) => {
          const code = languageCodeOf(typed)
          if (code !== null && !codes.includes(code)) onWrite([...codes, code])
        },
      }}
    />
  )
}
