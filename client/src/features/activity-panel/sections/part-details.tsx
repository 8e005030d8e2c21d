import type { ReactNode } from 'react'
import { editListEntry } from '@schakelbord/shared/commands/edit-list-entry'
import type { CollectionPart } from '@schakelbord/shared/model/collection-part'
import { readIsbn } from '@schakelbord/shared/model/isbn'
import { useMessages } from '#i18n/use-language.ts'
import { useSession } from '#sync/use-session.ts'
import { TextField } from '../fields/text-field.tsx'
import { maxLength } from '../fields/text-limits.ts'
import { readCreators } from './part-suggestions.ts'

/** The collection part itself; a change here shows wherever the part is used. */
export function PartDetails({
  part,
  disabled,
}: {
  readonly part: CollectionPart
  readonly disabled: boolean
}): ReactNode {
  const t = useMessages().panel
  const session = useSession()
  const write = (changes: Readonly<Record<string, string | null | readonly string[]>>, typing: string): void => {
    session.run(editListEntry, { kind: 'collectionParts', id: part.id, changes }, { typing })
  }
  const problem = part.isbn === null ? null : readIsbn(part.isbn).problem
  return (
    <fieldset className="ap-box">
      <legend className="ap-mini-title">{t.partItself}</legend>
      <TextField
        label={t.partTitle}
        value={part.title}
        disabled={disabled}
        live={false}
        onWrite={(title, typing) => {
          if (title.trim() !== '') write({ title: title.trim() }, typing)
        }}
      />
      <div className="ap-pair">
        <TextField
          label={t.partCreators}
          value={part.creators.join(part.creators.some((name) => name.includes(',')) ? '; ' : ', ')}
          disabled={disabled}
          live={false}
          onWrite={(line, typing) => write({ creators: readCreators(line) }, typing)}
        />
        <TextField
          label={t.partIsbn}
          hint={problem === null ? undefined : t.isbnProblem[problem]}
          value={part.isbn ?? ''}
          disabled={disabled}
          live={false}
          onWrite={(typed, typing) =>
            write({ isbn: typed.trim() === '' ? null : readIsbn(typed).isbn.slice(0, maxLength.isbn) }, typing)
          }
        />
      </div>
    </fieldset>
  )
}
