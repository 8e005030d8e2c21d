import { useCallback } from 'react'
import { useLocation, useSearch } from 'wouter'

const parameter = 'card'

/** Which card is open, and how to open another or none: in the address bar, so that Back closes it. */
export interface OpenCard {
  readonly cardId: string | null
  openCard(cardId: string): void
  closeCard(): void
}

/** The card of the address bar (`?card=<id>`); what else stands there stays. */
export function useOpenCard(): OpenCard {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const show = useCallback(
    (cardId: string | null) => {
      const params = new URLSearchParams(window.location.search)
      if (params.get(parameter) === cardId) return
      const wasOpen = params.has(parameter)
      if (cardId === null) params.delete(parameter)
      else params.set(parameter, cardId)
      const next = params.toString()
      // Going from card to card is not a step back in the history; opening and closing is.
      navigate(next === '' ? path : `${path}?${next}`, { replace: cardId !== null && wasOpen })
    },
    [path, navigate],
  )
  const openCard = useCallback((cardId: string) => show(cardId), [show])
  const closeCard = useCallback(() => show(null), [show])
  return { cardId: new URLSearchParams(search).get(parameter), openCard, closeCard }
}
