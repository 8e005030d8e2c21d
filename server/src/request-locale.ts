import type { Locale } from '@schakelbord/shared/calendar/locale'

/** The language a reader prefers of the two we have. Source: RFC 9110 §12.5.4, weights in order. */
export function localeOfRequest(acceptLanguage: string | undefined, otherwise: Locale): Locale {
  const wishes = (acceptLanguage ?? '').split(',').map((wish, index) => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';')
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
    return { language: tag.split('-')[0], weight: Number(weight ?? 1), index }
  })
  const known = wishes.filter(({ language, weight }) => (language === 'nl' || language === 'en') && weight > 0)
  const [best] = known.toSorted((a, b) => b.weight - a.weight || a.index - b.index)
  return best === undefined ? otherwise : best.language === 'en' ? 'en' : 'nl'
}
