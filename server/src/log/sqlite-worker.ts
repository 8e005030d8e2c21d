import { parentPort, workerData } from 'node:worker_threads'
import { collectWhenQuiet } from '../quiet-collection.ts'
import { serveStore } from './serve-store.ts'

collectWhenQuiet()
if (parentPort !== null) serveStore(parentPort, String(workerData))
