import { useEffect, useMemo, useRef, type RefObject } from 'react'
import { edgeScrollSpeed } from '../board/board-geometry.ts'
import type { BoardSurface } from '../board/board-surface.ts'

/** Where the pointer is and which keys go with it. */
export interface Pointer {
  readonly x: number
  readonly y: number
  /** Ctrl, ⌘ or ⌥. */
  readonly copies: boolean
  /** Shift: only time moves. */
  readonly keepsLane: boolean
}

/** Keeps the pointer, scrolls the board near its edges and looks under the hand once a frame. */
export function usePointerFollowing(
  pointer: RefObject<Pointer>,
  surface: BoardSurface,
  lookUnder: () => void,
): { begin(): void; end(): void } {
  const latest = useRef(lookUnder)
  useEffect(() => {
    latest.current = lookUnder
  }, [lookUnder])
  const following = useMemo(() => {
    let frame = 0
    const onMouse = (event: globalThis.MouseEvent): void => {
      pointer.current = { x: event.clientX, y: event.clientY, ...keysOf(event) }
    }
    const onKey = (event: globalThis.KeyboardEvent): void => {
      pointer.current = { ...pointer.current, ...keysOf(event) }
    }
    const onTouch = (event: globalThis.TouchEvent): void => {
      const touch = event.touches[0]
      if (touch) pointer.current = { x: touch.clientX, y: touch.clientY, copies: false, keepsLane: false }
    }
    const onUp = (event: globalThis.MouseEvent): void => {
      onMouse(event)
      latest.current()
    }
    const tick = (): void => {
      const { x, y } = pointer.current
      const viewport = surface.viewport()
      const inside =
        viewport !== null && x >= viewport.left && x <= viewport.right && y >= viewport.top && y <= viewport.bottom
      if (viewport !== null && surface.scroll !== null && inside) {
        const left = edgeScrollSpeed(x, viewport.left, viewport.right)
        const top = edgeScrollSpeed(y, viewport.top, viewport.bottom)
        if (left !== 0 || top !== 0) surface.scroll.scrollBy(left, top)
      }
      latest.current()
      frame = requestAnimationFrame(tick)
    }
    return {
      begin(): void {
        window.addEventListener('mousemove', onMouse, true)
        window.addEventListener('mouseup', onUp, true)
        window.addEventListener('touchmove', onTouch, true)
        window.addEventListener('keydown', onKey, true)
        window.addEventListener('keyup', onKey, true)
        frame = requestAnimationFrame(tick)
      },
      end(): void {
        window.removeEventListener('mousemove', onMouse, true)
        window.removeEventListener('mouseup', onUp, true)
        window.removeEventListener('touchmove', onTouch, true)
        window.removeEventListener('keydown', onKey, true)
        window.removeEventListener('keyup', onKey, true)
        cancelAnimationFrame(frame)
      },
    }
  }, [pointer, surface])
  useEffect(() => () => following.end(), [following])
  return following
}

function keysOf(event: globalThis.MouseEvent | globalThis.KeyboardEvent): Pick<Pointer, 'copies' | 'keepsLane'> {
  return { copies: event.ctrlKey || event.metaKey || event.altKey, keepsLane: event.shiftKey }
}
