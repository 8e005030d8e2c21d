/**
 * What one socket still owes: counts the update messages we sent against the acknowledgements that came back.
 *
 * Invariant: `clean` means that everything in our document that is ours lies on the relay's disk. It holds when this
 * socket carried our sync step 2 (which holds all that an earlier socket may have lost), every change since then was sent
 * and nothing is outstanding.
 */
export class AckLedger {
  #open = false
  #answered = false
  #outstanding = 0
  #unsent = 0
  #acknowledged = 0

  /** Our document has a change of ours that no socket has carried yet. */
  changed(): void {
    this.#unsent++
  }

  /** A socket is open; what an earlier one still owed will come again in this one's step 2. */
  opened(): void {
    this.#open = true
    this.#answered = false
    this.#outstanding = 0
  }

  /**
   * Asks to send an update message and counts it.
   *
   * Shape: `false` for an update before our step 2: that step holds it too, and alone it would leave a gap at the relay.
   * `further` is a further piece of a message that was too large for one.
   */
  send(kind: 'step2' | 'update', part: 'first' | 'further' = 'first'): boolean {
    if (kind === 'step2') {
      this.#answered = true
      this.#unsent = 0
    } else {
      if (!this.#answered) return false
      if (part === 'first') this.#unsent = Math.max(0, this.#unsent - 1)
    }
    this.#outstanding++
    return true
  }

  /** The relay has `count` more of our update messages on disk. */
  acknowledged(count: number): void {
    this.#acknowledged += count
    this.#outstanding = Math.max(0, this.#outstanding - count)
  }

  /** The socket is gone; what was outstanding may be lost. */
  closed(): void {
    this.#open = false
    this.#answered = false
    this.#outstanding = 0
  }

  /** How many update messages were ever acknowledged; the same twice means that nothing gets on. */
  get progress(): number {
    return this.#acknowledged
  }

  /** A socket is open. */
  get open(): boolean {
    return this.#open
  }

  /** Everything of ours is on the relay's disk. */
  get clean(): boolean {
    return this.#open && this.#answered && this.#outstanding === 0 && this.#unsent === 0
  }
}
