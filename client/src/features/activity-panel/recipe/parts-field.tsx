import type { ReactNode } from 'react'
import { useMessages } from '#i18n/use-language.ts'
import { useBoardSearch } from '#sync/use-board-search.ts'
import { useBoardView } from '#sync/use-session.ts'
import { PickMany } from '../fields/pick-many.tsx'
import { creatorsOf } from '../sections/part-suggestions.ts'

/** Collection parts by title. */
export function PartsField({
  partIds,
  onWrite,
  ...around
}: {
  readonly name: string
  readonly legend: string
  readonly help: ReactNode
  readonly hint: ReactNode
  readonly disabled: boolean
  readonly partIds: readonly string[]
  onWrite(partIds: readonly string[]): void
}): ReactNode {
  const t = useMessages().panel
  const search = useBoardSearch()
  const parts = useBoardView('collectionParts', (view) => view.all('collectionParts'))
  return (
    <PickMany
      {...around}
      placeholder={t.choosePart}
      options={parts.map((part) => ({ id: part.id, label: part.title, detail: creatorsOf(part) }))}
      find={(query) => search.parts(query)}
      chosen={partIds}
      onAdd={(id) => onWrite([...partIds, id])}
      onRemove={(id) => onWrite(partIds.filter((one) => one !== id))}
    />
  )
}
