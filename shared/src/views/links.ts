/** Which members hang on which owner, kept both ways, so that one changed member costs one member. */
export class Links {
  readonly #members = new Map<string, Set<string>>()
  readonly #owner = new Map<string, string>()

  /** The members of an owner. */
  membersOf(owner: string): ReadonlySet<string> {
    return this.#members.get(owner) ?? NONE
  }

  /** The owner of a member. */
  ownerOf(member: string): string | undefined {
    return this.#owner.get(member)
  }

  /** Hangs a member on an owner, or on none; tells the owners whose members changed. */
  hang(member: string, owner: string | null): readonly string[] {
    const before = this.#owner.get(member)
    if (before === (owner ?? undefined)) return before === undefined ? [] : [before]
    const touched: string[] = []
    if (before !== undefined) {
      this.#members.get(before)?.delete(member)
      touched.push(before)
    }
    if (owner === null) this.#owner.delete(member)
    else {
      this.#owner.set(member, owner)
      const members = this.#members.get(owner)
      if (members) members.add(member)
      else this.#members.set(owner, new Set([member]))
      touched.push(owner)
    }
    return touched
  }
}

const NONE: ReadonlySet<string> = new Set()
