import './app/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { browserSurroundings } from '#sync/browser-surroundings.ts'
import { SessionKeeper } from '#sync/session-keeper.ts'
import { startLanguage } from '#i18n/language.ts'
import { App } from '#app/app.tsx'
import { startServiceWorker } from '#app/service-worker.ts'
import { applySettings } from '#app/settings.ts'

async function start(): Promise<void> {
  applySettings()
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
  await startLanguage()
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no element with the id root')
  // Decided when it is built: the app that is served does not contain the bench.
  if (import.meta.env.VITE_BENCH === '1') {
    const { startBench } = await import('./bench/start-bench.tsx')
    startBench(root)
    return
  }
  createRoot(root).render(
    <StrictMode>
      <App keeper={new SessionKeeper(browserSurroundings())} />
    </StrictMode>,
  )
  await startServiceWorker()
}

void start()
