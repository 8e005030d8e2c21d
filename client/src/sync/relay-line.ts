import { closeReasonOf, type CloseReason } from '@schakelbord/shared/protocol/close-code'
import { readDurableAck } from '@schakelbord/shared/protocol/durable-ack'
import { RELAY_LIMITS } from '@schakelbord/shared/protocol/relay-limits'
import {
  encodeComparisonQuestion,
  readComparisonAnswer,
  type StateFingerprint,
} from '@schakelbord/shared/protocol/state-comparison'
import { WIRE_TAG, WIRE_VERSION, WIRE_VERSION_PARAMETER } from '@schakelbord/shared/protocol/wire-tag'
import * as encoding from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import { writeSyncStep1 } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { AckLedger } from './ack-ledger.ts'
import { compareStates, hasGap } from './compare-states.ts'
import { countingSocket, frameOf } from './counting-socket.ts'
import { RelayWatch } from './relay-watch.ts'
import type { SessionPace } from './session-pace.ts'

/** Where the relay is and how it is spoken to. */
export interface RelayLineSettings {
  /** Units: `ws:` or `wss:` address up to and including `/sync`. */
  readonly syncUrl: string
  readonly WebSocket: typeof WebSocket
  readonly pace: SessionPace
  /** A socket is open: the first exchange begins. */
  readonly onOpened: () => void
  /** Something about the line changed. */
  readonly onChange: () => void
  /** The document and the relay's cannot be brought together; the line is down for good. */
  readonly onDiverged: () => void
}

/** Half a frame: with what stands around it, a piece never passes the relay's limit. */
const maxPieceBytes = RELAY_LIMITS.maxFrameBytes / 2

/** Units: milliseconds. The first wait after a fault is at most so long, later ones at most so long. */
const firstWaitMs = 1_000
const longestWaitMs = 5_000
/** How long to stay away at least when the relay says that it was too much. */
const pauseMs = 15_000
/** With so many attempts the provider's own wait is beyond any bound. */
const oftenEnough = 20

/**
 * The line between one document and the relay: sends, receives, counts what is acknowledged, comes back after a fault, and
 * sees to it that both ends hold the same.
 */
export class RelayLine {
  readonly #doc: Y.Doc
  readonly #provider: WebsocketProvider
  readonly #ledger = new AckLedger()
  readonly #watch: RelayWatch
  readonly #settings: RelayLineSettings
  readonly #ends: (() => void)[] = []
  #last: StateFingerprint | null = null
  #tried = false
  #synced = false
  #lastClose: CloseReason | null = null
  #repairs = 0
  #attempts = 0

  constructor(doc: Y.Doc, boardId: string, settings: RelayLineSettings) {
    this.#doc = doc
    this.#settings = settings
    this.#provider = new WebsocketProvider(settings.syncUrl, boardId, doc, {
      connect: false,
      params: { [WIRE_VERSION_PARAMETER]: WIRE_VERSION },
      WebSocketPolyfill: countingSocket(settings.WebSocket, this.#ledger, maxPieceBytes),
      disableBc: true,
      shouldReconnect: (event) => closeReasonOf(event.code)?.afterClose !== 'stop',
    })
    // Its own watchdog goes by the clock on the wall, which may jump by years, and kills a thin line that is busy with one
    // large frame; the watch below does neither.
    clearInterval(this.#provider._checkInterval)
    this.#watch = new RelayWatch(
      {
        ask: (step) => this.#send(encodeComparisonQuestion(step)),
        resync: () => this.#resync(),
        restart: () => {
          this.#repairs++
          this.#restart()
        },
        beginAnew: () => {
          this.#provider.disconnect()
          settings.onDiverged()
        },
      },
      settings.pace,
    )
    this.#listen()
  }

  /** Who is here and where, as the relay passes it on. */
  get awareness(): Awareness {
    return this.#provider.awareness
  }

  /** Where the line stands; `tried`: a first attempt has ended, well or badly; `synced`: it ever was. */
  get facts(): LineFacts {
    const { open, clean } = this.#ledger
    return { open, clean, tried: this.#tried, synced: this.#synced, lastClose: this.#lastClose }
  }

  /** How often something had to be put right: a line laid anew, a document synced again. */
  get repairs(): number {
    return this.#repairs
  }

  /** Whether a change of the document came over this line. */
  brought(origin: unknown): boolean {
    return origin === this.#provider
  }

  /** The document has a change of ours that is not sent yet. */
  changed(): void {
    this.#ledger.changed()
  }

  /** Tries to reach the relay now. */
  connect(): void {
    this.#lastClose = null
    this.#provider.connect()
  }

  /** Lets go of the relay until `connect`. */
  disconnect(): void {
    this.#provider.disconnect()
  }

  /** Compares with the relay now rather than in a while. */
  compareNow(): void {
    this.#watch.lookNow()
  }

  /** Lets go for good. */
  destroy(): void {
    for (const end of this.#ends) end()
    this.#watch.closed()
    this.#provider.destroy()
    this.#watch.closed()
  }

  #listen(): void {
    const provider = this.#provider
    const { onChange } = this.#settings
    provider.messageHandlers[WIRE_TAG.durableAck] = (_encoder, decoder) => {
      this.#ledger.acknowledged(readDurableAck(decoder))
      onChange()
    }
    provider.messageHandlers[WIRE_TAG.comparison] = (_encoder, decoder) => {
      this.#last = readComparisonAnswer(decoder)
      this.#watch.answered(compareStates(this.#doc, this.#last, this.#ledger.clean), this.#ledger.progress)
    }
    provider.messageHandlers = provider.messageHandlers.map((handle) => (...message) => {
      this.#watch.heard()
      handle(...message)
      if (hasGap(this.#doc)) this.#watch.sawGap()
    })
    provider.on('status', ({ status }) => {
      if (status === 'connecting') this.#watch.connecting()
      if (status !== 'connected') return
      this.#watch.opened()
      this.#ledger.opened()
      this.#forgetPresenceClocks()
      this.#tried = true
      this.#lastClose = null
      this.#settings.onOpened()
      onChange()
    })
    provider.on('sync', (synced) => {
      this.#synced ||= synced
      if (synced) {
        this.#attempts = 0
        this.#watch.synced()
      }
      onChange()
    })
    provider.on('connection-close', (event) => {
      this.#watch.closed()
      this.#ledger.closed()
      this.#tried = true
      this.#lastClose = event === null ? null : (closeReasonOf(event.code) ?? null)
      this.#spreadRetries()
      onChange()
    })
    if (typeof window === 'undefined') return
    this.#heed(window, 'online', () => {
      if (provider.shouldConnect) provider.connect()
    })
    // A lost network does not close a socket by itself: without this the badge would say "saving" for half a minute.
    this.#heed(window, 'offline', () => provider.ws?.close())
    this.#heed(window, 'focus', () => this.#watch.lookNow())
    this.#heed(document, 'visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#watch.lookNow()
    })
  }

  #heed(target: EventTarget, event: string, listener: () => void): void {
    target.addEventListener(event, listener)
    this.#ends.push(() => target.removeEventListener(event, listener))
  }

  #send(frame: Uint8Array<ArrayBuffer>): void {
    const { ws } = this.#provider
    if (ws?.readyState === ws?.OPEN) ws?.send(frame)
  }

  /** Asks for what we lack and sends what the relay lacked when it answered last. */
  #resync(): void {
    this.#repairs++
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, WIRE_TAG.sync)
    writeSyncStep1(encoder, this.#doc)
    this.#send(encoding.toUint8Array(encoder))
    this.#send(frameOf('update', Y.encodeStateAsUpdate(this.#doc, this.#last?.stateVector)))
  }

  /**
   * Everybody is heard of anew on a new line. What was counted on the last one must not decide whom to believe: the relay counts
   * by its clock, which may have been set back since, and colleagues would stand still until it has caught up.
   */
  #forgetPresenceClocks(): void {
    const { clientID, meta } = this.awareness
    for (const id of meta.keys()) if (id !== clientID) meta.delete(id)
  }

  #restart(): void {
    this.#provider.disconnect()
    this.#provider.connect()
  }

  /**
   * Not everybody at once: a relay that starts again should not meet all its windows in the same moment.
   *
   * The wait is anywhere between nothing and a bound that doubles with every attempt. The provider waits as long as it may
   * once it has failed often enough, so that is what it is told.
   */
  #spreadRetries(): void {
    const later = this.#lastClose?.afterClose === 'retry-later'
    const boundMs = Math.min(longestWaitMs, firstWaitMs * 2 ** this.#attempts++)
    this.#provider.maxBackoffTime = later ? pauseMs * (1 + Math.random()) : boundMs * Math.random()
    this.#provider.wsUnsuccessfulReconnects = oftenEnough
  }
}

/** Where a line stands. */
export interface LineFacts {
  readonly open: boolean
  readonly clean: boolean
  readonly tried: boolean
  readonly synced: boolean
  readonly lastClose: CloseReason | null
}
