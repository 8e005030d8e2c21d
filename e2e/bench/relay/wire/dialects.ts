import type { Dialects } from '../contenders/contender.ts'
import { hocuspocusDialect } from './hocuspocus-dialect.ts'
import { yDialect } from './y-dialect.ts'

/** Every contender's frames. Ours are those of our own client, which asks for acknowledgements. */
export const dialects: Dialects = {
  ours: yDialect((room) => `/sync/${room}?v=1`),
  'y-websocket': yDialect((room) => `/${room}`),
  bare: yDialect((room) => `/${room}`, false),
  hocuspocus: hocuspocusDialect,
}
