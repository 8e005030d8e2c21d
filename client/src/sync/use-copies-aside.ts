import { useCallback, useEffect, useState } from 'react'
import type { CopyAside } from './copies-aside.ts'
import { useSession } from './use-session.ts'

/** The copies of the open board that were put aside on this device, newest first, and the way to look again. */
export function useCopiesAside(): { readonly copies: readonly CopyAside[]; readonly lookAgain: () => void } {
  const { copiesAside } = useSession()
  const [copies, setCopies] = useState<readonly CopyAside[]>([])
  const lookAgain = useCallback(() => {
    // A browser that keeps nothing has nothing aside.
    copiesAside.list().then(setCopies, () => {})
  }, [copiesAside])
  useEffect(lookAgain, [lookAgain])
  return { copies, lookAgain }
}
