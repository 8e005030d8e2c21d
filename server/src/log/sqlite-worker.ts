import { parentPort, workerData } from 'node:worker_threads'
import { serveStore } from './serve-store.ts'

if (parentPort !== null) serveStore(parentPort, String(workerData))
