import type { AddressLimits } from '../config.ts'

/** Who is connected from where: how many sockets each address has, and on which boards. */
export class SocketCensus {
  readonly #limits: AddressLimits
  /** Per address the number of sockets on each of its boards. */
  readonly #boardsOf = new Map<string, { sockets: number; readonly boards: Map<string, number> }>()

  constructor(limits: AddressLimits) {
    this.#limits = limits
  }

  /** Counts a socket in; where that would be too many it is not counted, and the answer says of what. */
  enter(address: string, boardId: string): string | undefined {
    const known = this.#boardsOf.get(address) ?? { sockets: 0, boards: new Map<string, number>() }
    if (known.sockets >= this.#limits.sockets) return 'too many sockets of one address'
    const onBoard = known.boards.get(boardId) ?? 0
    if (onBoard === 0 && known.boards.size >= this.#limits.boards) return 'too many boards of one address'
    known.sockets++
    known.boards.set(boardId, onBoard + 1)
    this.#boardsOf.set(address, known)
    return undefined
  }

  /** Counts out a socket that was counted in. */
  leave(address: string, boardId: string): void {
    const known = this.#boardsOf.get(address)
    if (known === undefined) return
    const onBoard = (known.boards.get(boardId) ?? 0) - 1
    if (onBoard > 0) known.boards.set(boardId, onBoard)
    else known.boards.delete(boardId)
    if (--known.sockets <= 0) this.#boardsOf.delete(address)
  }

  /** How many addresses have a socket. */
  get addresses(): number {
    return this.#boardsOf.size
  }
}
