import { currentLanguage } from '#i18n/language.ts'
import { showToast } from '#ui/toasts.ts'

/**
 * Lets the app open without a network, and offers a new version quietly instead of changing it under somebody's hands.
 *
 * Concurrency: the waiting worker takes over all windows at once, so each of them loads anew.
 */
export async function startServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const hadController = navigator.serviceWorker.controller !== null
  let reloading = false
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker takes over silently; there is nothing old to replace.
    if (!hadController || reloading) return
    reloading = true
    window.location.reload()
  })
  try {
    const registration = await navigator.serviceWorker.register('/sw.js')
    offerWaiting(registration)
    registration.addEventListener('updatefound', () => {
      const fresh = registration.installing
      fresh?.addEventListener('statechange', () => offerWaiting(registration))
    })
  } catch {
    // Without a worker (private window, policy of the house) the app works, but only with a network.
  }
}

function offerWaiting(registration: ServiceWorkerRegistration): void {
  const { waiting } = registration
  if (waiting === null || navigator.serviceWorker.controller === null) return
  const { app } = currentLanguage().messages
  const action = { label: app.reload, run: () => waiting.postMessage({ type: 'SKIP_WAITING' }) }
  showToast(app.newVersion, { slot: 'version', stays: true, action })
}
