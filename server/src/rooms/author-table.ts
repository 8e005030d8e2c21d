import type { AuthorClaims } from '../log/update-log.ts'

/** Whoever shows no device: everybody who does so is the same, and what is theirs is everybody's. */
export const anonymousPrincipal = 'anonymous'

/** The server's own changes. */
export const serverPrincipal = 'server'

/**
 * Whose the author ids of one board are: the first who writes under one has it for good.
 *
 * An author id is a bare number, so without this whoever writes under a colleague's number first makes the
 * colleague's own unsent changes vanish for everybody else.
 */
export class AuthorTable {
  readonly #owners = new Map<number, string>()
  readonly #isLifted: () => boolean
  #fresh = new Map<string, number[]>()

  /** @param isLifted after an older backup was put back, people may hand in newer changes of others */
  constructor(claims: readonly AuthorClaims[], isLifted: () => boolean) {
    this.#isLifted = isLifted
    for (const { principal, authors } of claims) for (const author of authors) this.#owners.set(author, principal)
  }

  /** Says whether new changes under an author id may come from a principal. */
  mayWrite(author: number, principal: string): boolean {
    const owner = this.#owners.get(author)
    return owner === undefined || owner === principal || owner === anonymousPrincipal || this.#isLifted()
  }

  /** Gives an author id that nobody has to a principal. While claims are lifted its sender may not be its owner. */
  claim(author: number, principal: string): void {
    if (this.#owners.has(author) || this.#isLifted()) return
    this.#owners.set(author, principal)
    const authors = this.#fresh.get(principal)
    if (authors) authors.push(author)
    else this.#fresh.set(principal, [author])
  }

  /** Takes what was claimed since the last call, to be stored with the changes. */
  takeFresh(): readonly AuthorClaims[] {
    if (this.#fresh.size === 0) return []
    const fresh = [...this.#fresh].map(([principal, authors]) => ({ principal, authors }))
    this.#fresh = new Map()
    return fresh
  }
}
