/*
 * A marker is what a load client writes into every edit, and what the others find in whatever frame brings it: who
 * wrote it, which of its edits it is, and when it left. Whole documents need not be decoded to count deliveries.
 */

const start = '~~'
const widths = { writer: 4, edit: 5, sentAt: 8 } as const

/** Bytes of a marker. */
export const markerLength = start.length + widths.writer + widths.edit + widths.sentAt
const sentAtOffset = start.length + widths.writer + widths.edit

function digits(value: number, width: number): string {
  return value.toString(36).padStart(width, '0').slice(-width)
}

/** Writes a marker whose time is yet to be filled in. */
export function makeMarker(writer: number, edit: number): string {
  return `${start}${digits(writer, widths.writer)}${digits(edit, widths.edit)}${digits(0, widths.sentAt)}`
}

/** Finds where in some bytes the only marker lies. Errors: throws where there is none. */
export function findMarker(bytes: Buffer): number {
  const at = bytes.indexOf(start, 0, 'latin1')
  if (at < 0) throw new Error('no marker in these bytes')
  return at
}

/** Microseconds of the monotonic clock, the same in all processes of the machine. */
export function nowMicros(): number {
  return Number(process.hrtime.bigint() / 1000n)
}

/** Fills in the time of a marker that lies at a place. */
export function stampMarker(bytes: Buffer, at: number, micros: number): void {
  bytes.write(digits(micros, widths.sentAt), at + sentAtOffset, 'latin1')
}

function readDigits(bytes: Buffer, from: number, width: number): number {
  let value = 0
  for (let at = from; at < from + width; at++) {
    const code = bytes[at] ?? 0
    const digit = code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 122 ? code - 87 : Number.NaN
    value = value * 36 + digit
  }
  return value
}

/** Tells every marker between two places of a buffer. */
export function eachMarker(
  bytes: Buffer,
  from: number,
  to: number,
  tell: (writer: number, edit: number, sentAtMicros: number) => void,
): void {
  let at = bytes.indexOf(start, from, 'latin1')
  while (at >= 0 && at + markerLength <= to) {
    const writer = readDigits(bytes, at + start.length, widths.writer)
    const edit = readDigits(bytes, at + start.length + widths.writer, widths.edit)
    const sentAt = readDigits(bytes, at + sentAtOffset, widths.sentAt)
    if (Number.isNaN(writer + edit + sentAt)) at++
    else {
      tell(writer, edit, sentAt)
      at += markerLength
    }
    at = bytes.indexOf(start, at, 'latin1')
  }
}
