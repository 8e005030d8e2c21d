import { useEffect } from 'react'
import { useSession } from '#sync/use-session.ts'

/** Lets the browser ask before this window closes, when closing it would lose changes that nothing else has. */
export function useLeaveWarning(): void {
  const session = useSession()
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      const { saved, deviceTrouble } = session.status
      if (deviceTrouble && saved.kind !== 'saved' && saved.changes > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', onLeave)
    return () => window.removeEventListener('beforeunload', onLeave)
  }, [session])
}
