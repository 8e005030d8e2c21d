import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether system calls can be watched on this machine; where not, what to install. */
export const canTrace = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0
export const tracerHint = 'system calls cannot be watched: install strace (Debian, Ubuntu: apt-get install strace)'

/** A fault to play: from a call on, for a number of calls. Source: strace(1), --inject. */
export interface InjectedFault {
  readonly call: 'sync' | 'pwrite64'
  readonly error: 'EIO' | 'EROFS' | 'ENOSPC'
  readonly from: number
  readonly through: number
}

/** The words that run a program, under its own process id, with its writes and syncs noted in a file, and perhaps with a fault. */
export function tracedTo(file: string, fault?: InjectedFault): string[] {
  const calls = fault?.call === 'sync' ? 'fsync,fdatasync' : 'pwrite64'
  const injected = fault ? [`--inject=${calls}:error=${fault.error}:when=${fault.from}..${fault.through}`] : []
  const watched = 'trace=fdatasync,fsync,pwrite64,sendto,sendmsg,write,writev'
  return ['strace', '-D', '-f', '-q', '-yy', '-xx', '-s', '70000', '-o', file, '-e', watched, ...injected]
}

/** One system call, in the order in which calls began (or, for a sync, ended). */
export type TracedCall =
  | { readonly kind: 'file write'; readonly file: string; readonly bytes: Buffer; readonly ok: boolean }
  | { readonly kind: 'sync'; readonly file: string; readonly ok: boolean }
  | { readonly kind: 'socket write'; readonly socket: string; readonly bytes: Buffer }

function bytesIn(text: string): Buffer {
  const quoted = [...text.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => hex.replaceAll('\\x', ''))
  return Buffer.from(quoted.join(''), 'hex')
}

/** A descriptor of a connection is printed as `TCP:[from->to]`, one of a file in hexadecimal. */
const isSocket = (text: string): boolean => /^\w+\(\d+<TCP/.test(text)

/**
 * Reads what was noted. A write to a socket stands where it began, a sync and a write to a file where they were done:
 * so whatever stands before a socket write was over when it began.
 */
export function readTrace(file: string): TracedCall[] {
  const calls: TracedCall[] = []
  const unfinished = new Map<string, string>()
  const take = (text: string, done: boolean): void => {
    const [, name = '', hex = ''] = /^(\w+)\(\d+<((?:->|[^>])*)>/.exec(text) ?? []
    const target = isSocket(text) ? hex : Buffer.from(hex.replaceAll('\\x', ''), 'hex').toString()
    const ok = / = \d+$/.test(text)
    if (target.startsWith('/')) {
      if (done && name.endsWith('sync')) calls.push({ kind: 'sync', file: target, ok })
      if (done && name === 'pwrite64') calls.push({ kind: 'file write', file: target, bytes: bytesIn(text), ok })
    } else if (isSocket(text)) calls.push({ kind: 'socket write', socket: target, bytes: bytesIn(text) })
  }
  for (const line of readFileSync(file, 'latin1').split('\n')) {
    const [, thread = '', text = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    const begun = /^(.*) <unfinished \.\.\.>$/.exec(text)?.[1]
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)?.[1]
    if (begun !== undefined) {
      unfinished.set(thread, begun)
      take(begun, false)
    } else if (resumed !== undefined) {
      const whole = `${unfinished.get(thread) ?? ''}${resumed}`
      if (!isSocket(whole)) take(whole, true)
    } else take(text, true)
  }
  return calls
}

/** The messages that frames to a client hold: what is passed on, and how many changes are acknowledged. */
export function messagesIn(stream: Buffer): { readonly messages: Buffer[]; readonly rest: Buffer } {
  const messages: Buffer[] = []
  let at = 0
  while (at + 2 <= stream.length) {
    const short = stream.readUInt8(at + 1)
    const headLength = short < 126 ? 2 : short === 126 ? 4 : 10
    if (at + headLength > stream.length) break
    const length =
      short < 126 ? short : short === 126 ? stream.readUInt16BE(at + 2) : Number(stream.readBigUInt64BE(at + 2))
    if (at + headLength + length > stream.length) break
    if (stream.readUInt8(at) === 0x82) messages.push(stream.subarray(at + headLength, at + headLength + length))
    at += headLength + length
  }
  return { messages, rest: stream.subarray(at) }
}
