import type { AddressLimits } from '../config.ts'
import { TokenBucket } from '../rooms/token-bucket.ts'

/** Of how many addresses without a socket it is remembered how often they came. */
const rememberedAddresses = 10_000

interface Known {
  sockets: number
  readonly boards: Map<string, number>
  readonly connects: TokenBucket
}

/** Who is connected from where: how many sockets each address has, on which boards, and how often it comes. */
export class SocketCensus {
  readonly #limits: AddressLimits
  /** Per address the number of sockets on each of its boards. */
  readonly #known = new Map<string, Known>()

  constructor(limits: AddressLimits) {
    this.#limits = limits
  }

  /** Counts an attempt to connect; false where an address comes too often. */
  mayCome(address: string, nowMs: number): boolean {
    return this.#of(address, nowMs).connects.takeWhole(1, nowMs)
  }

  /** Counts a socket in; where that would be too many it is not counted, and the answer says of what. */
  enter(address: string, boardId: string, nowMs: number): string | undefined {
    const known = this.#of(address, nowMs)
    if (known.sockets >= this.#limits.sockets) return 'too many sockets of one address'
    const onBoard = known.boards.get(boardId) ?? 0
    if (onBoard === 0 && known.boards.size >= this.#limits.boards) return 'too many boards of one address'
    known.sockets++
    known.boards.set(boardId, onBoard + 1)
    return undefined
  }

  /** Counts out a socket that was counted in. */
  leave(address: string, boardId: string): void {
    const known = this.#known.get(address)
    if (known === undefined || known.sockets === 0) return
    const onBoard = (known.boards.get(boardId) ?? 0) - 1
    if (onBoard > 0) known.boards.set(boardId, onBoard)
    else known.boards.delete(boardId)
    known.sockets--
  }

  /** How many addresses are remembered. */
  get addresses(): number {
    return this.#known.size
  }

  #of(address: string, nowMs: number): Known {
    const known = this.#known.get(address)
    if (known !== undefined) return known
    if (this.#known.size >= rememberedAddresses) this.#forgetTheQuiet(nowMs)
    const { connectsPerMinute } = this.#limits
    const connects = new TokenBucket(connectsPerMinute / 60, connectsPerMinute, nowMs)
    const newcomer = { sockets: 0, boards: new Map<string, number>(), connects }
    this.#known.set(address, newcomer)
    return newcomer
  }

  /** Forgets those without a socket who may come as often as anybody; where all came lately, those who came first. */
  #forgetTheQuiet(nowMs: number): void {
    const gone = [...this.#known].filter(([, { sockets }]) => sockets === 0)
    const quiet = gone.filter(([, { connects }]) => connects.isFull(nowMs))
    for (const [address] of quiet.length > 0 ? quiet : gone.slice(0, gone.length / 2)) this.#known.delete(address)
  }
}
