import { MemoryLog } from './memory-log.ts'
import { updateLogSuite } from './update-log-suite.ts'

updateLogSuite('MemoryLog', { open: async () => new MemoryLog(), dispose: async () => {} })
