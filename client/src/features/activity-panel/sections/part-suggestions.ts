import type { CollectionPart } from '@schakelbord/shared/model/collection-part'

/** Who made a collection part, in one line; nothing where nobody is named. */
export function creatorsOf(part: CollectionPart): string | undefined {
  return part.creators.length === 0 ? undefined : part.creators.join(', ')
}

/** Makers as one line of text, taken apart again: separated by a semicolon, or by commas as people write them. */
export function readCreators(line: string): readonly string[] {
  const separator = line.includes(';') ? ';' : ','
  return line
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
