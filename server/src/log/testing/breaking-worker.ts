import { parentPort, workerData } from 'node:worker_threads'
import { serveStore } from '../serve-store.ts'
import { breakStore, wishIn } from './break-store.ts'

if (parentPort !== null) {
  const dataDir = String(workerData)
  serveStore(parentPort, dataDir, (step) => {
    const wish = wishIn(dataDir)
    if (wish?.step !== step || wish.times <= 0) return
    breakStore(dataDir, { ...wish, times: wish.times - 1 })
    if (wish.how === 'die') process.exit(7)
    throw new Error(`a fault before "${step}"`)
  })
}
