/**
 * How much a field takes: no more than a board file may hold, so that a copy of the board opens again.
 *
 * Units: UTF-16 code units. Source: title, text and isbn of `shared/exchange/board-file`.
 */
export const maxLength = { line: 300, text: 20_000, isbn: 32 } as const
