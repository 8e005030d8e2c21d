/** What a frame of a server says, as far as a load client asks. */
export type ServerMessage =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'acknowledged'; readonly updates: number }
  | { readonly kind: 'other' }

/** How clients and a server talk: the frames of one contender. */
export interface Dialect {
  /** Whether the server answers a newcomer at all; one that only forwards does not. */
  readonly syncs: boolean
  /** Path of the socket of a room. */
  path(room: string): string
  /** What a newcomer says first; `stateVector` is what it has. */
  hello(room: string, stateVector: Uint8Array): readonly Uint8Array[]
  step2(room: string, update: Uint8Array): Uint8Array
  update(room: string, update: Uint8Array): Uint8Array
  awareness(room: string, clientId: number, clock: number, state: string): Uint8Array
  read(frame: Uint8Array): ServerMessage
}
