import type { ComparisonStep } from '@schakelbord/shared/protocol/state-comparison'
import type { Verdict } from './compare-states.ts'
import type { SessionPace } from './session-pace.ts'

/** What the watch does to the line it watches. */
export interface WatchedLine {
  /** Asks the relay what it holds. */
  ask(step: ComparisonStep): void
  /** Exchanges everything that is missing, both ways. */
  resync(): void
  /** Lays the line anew: it is dead, or an acknowledgement was lost on it. */
  restart(): void
  /** The two cannot be brought together: let go of what is here. */
  beginAnew(): void
}

/** So often in a row an acknowledgement may be missing: a relay that is very busy answers before it has stored all. */
const patientLooks = 2

/**
 * Watches one line to the relay: that it lives, and that both ends hold the same.
 *
 * Unequal once is looked at again; twice, everything is exchanged; three times, the line is laid anew, which exchanges
 * everything from the start; and when all of that was for nothing, this end begins anew. A line that gives no
 * sign of life after a question is laid again, and so is one that owes an acknowledgement without getting on.
 */
export class RelayWatch {
  readonly #line: WatchedLine
  readonly #pace: SessionPace
  #timer: ReturnType<typeof setTimeout> | undefined
  #patience: ReturnType<typeof setTimeout> | undefined
  /** `null` while the line is down or the first exchange is not done. */
  #step: ComparisonStep | null = null
  #asking = false
  #heard = false
  #hurried = false
  /** What the acknowledgements said when something was found under way; the same again means that they do not come. */
  #progress: number | null = null
  #stalled = 0
  /** The line was laid anew because the two were unequal, and they have not been equal since. */
  #laidAnew = false

  constructor(line: WatchedLine, pace: SessionPace) {
    this.#line = line
    this.#pace = pace
  }

  /** A socket is being opened. */
  connecting(): void {
    this.closed()
    this.#bePatient(this.#pace.connectWithinMs, () => this.#line.restart())
  }

  /** It is open; the first exchange begins. */
  opened(): void {
    this.#bePatient(this.#pace.firstSyncWithinMs, () => this.#line.restart())
  }

  /** The first exchange is done. */
  synced(): void {
    if (this.#step !== null) return
    clearTimeout(this.#patience)
    this.#step = 'asked'
    this.#askIn(this.#pace.compareEveryMs)
  }

  /** Anything at all came from the relay. */
  heard(): void {
    this.#heard = true
  }

  /** The line is gone. */
  closed(): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#patience)
    this.#step = null
    this.#asking = false
    this.#hurried = false
    this.#progress = null
  }

  /** Something calls for a look before its time: the window has the focus again, the machine woke up. */
  lookNow(): void {
    if (this.#step !== null && !this.#asking) this.#ask()
  }

  /** A change came whose predecessor is missing. */
  sawGap(): void {
    // Told with every frame as long as the gap is there: the first time counts, or a busy board would never be looked at.
    if (this.#step !== 'asked' || this.#asking || this.#hurried) return
    this.#hurried = true
    this.#askIn(this.#pace.compareAgainMs)
  }

  /** The relay said what it holds; `progress` is how much it acknowledged so far. */
  answered(verdict: Verdict, progress: number): void {
    if (!this.#asking || this.#step === null) return
    this.#asking = false
    clearTimeout(this.#patience)
    if (verdict === 'unequal') this.#unequal(this.#step)
    else if (verdict === 'equal') {
      this.#laidAnew = false
      this.#goOn(null, this.#pace.compareEveryMs)
    } else if (this.#progress !== progress) {
      // Once more soon, to see whether the acknowledgements come; a line that is busy all day is looked at as any other.
      const wasSeen = this.#progress !== null
      this.#goOn(wasSeen ? null : progress, wasSeen ? this.#pace.compareEveryMs : this.#pace.compareAgainMs)
    } else if (++this.#stalled < patientLooks) this.#goOn(progress, this.#pace.compareAgainMs)
    else this.#line.restart()
  }

  #goOn(progress: number | null, inMs: number): void {
    if (progress !== this.#progress) this.#stalled = 0
    this.#progress = progress
    this.#step = 'asked'
    this.#askIn(inMs)
  }

  #unequal(step: ComparisonStep): void {
    this.#progress = null
    if (step === 'resynced' && !this.#laidAnew) {
      this.#laidAnew = true
      this.#line.restart()
      return
    }
    if (step === 'resynced') {
      this.closed()
      this.#line.ask('reloaded')
      this.#line.beginAnew()
      return
    }
    this.#step = step === 'asked' ? 'unequal' : 'resynced'
    if (step === 'unequal') this.#line.resync()
    this.#askIn(this.#pace.compareAgainMs)
  }

  #askIn(delayMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#ask(), delayMs)
  }

  #ask(): void {
    if (this.#step === null) return
    clearTimeout(this.#timer)
    this.#asking = true
    this.#hurried = false
    this.#heard = false
    this.#line.ask(this.#step)
    this.#bePatient(this.#pace.answerWithinMs, () => {
      this.#asking = false
      // Something came, only no answer: the line lives, and the question is put again.
      if (this.#heard) this.#askIn(this.#pace.compareAgainMs)
      else this.#line.restart()
    })
  }

  #bePatient(forMs: number, otherwise: () => void): void {
    clearTimeout(this.#patience)
    this.#patience = setTimeout(otherwise, forMs)
  }
}
