import { MemoryLog } from './memory-log.ts'
import { updateLogSuite } from './testing/update-log-suite.ts'

updateLogSuite('MemoryLog', { open: async () => new MemoryLog(), dispose: async () => {} })
