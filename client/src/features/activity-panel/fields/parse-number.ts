/** A number as people type it: a comma or a point, spaces between thousands; `null` where it is not one. */
export function parseNumber(typed: string): number | null {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return null
  const number = Number(plain)
  return Number.isFinite(number) ? number : null
}

/** A whole number as people type it; `null` where it is not one. */
export function parseWhole(typed: string): number | null {
  const number = parseNumber(typed)
  return number !== null && Number.isSafeInteger(number) ? number : null
}
