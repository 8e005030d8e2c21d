import { useMemo, useSyncExternalStore } from 'react'
import type { BoardMetrics } from './board-geometry.ts'
import type { TimeAxis } from './time-axis.ts'

const narrowPx = 720
const titleWidthPx = 160
const minColumnPx = { month: 40, quarter: 64, year: 44 } as const

/** The sizes of the board and how many columns a title needs to be readable. */
export interface BoardSizes {
  readonly metrics: BoardMetrics
  readonly titleColumns: number
}

function subscribeDevice(listener: () => void): () => void {
  const coarse = matchMedia('(pointer: coarse)')
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mode', 'style'] })
  coarse.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    coarse.removeEventListener('change', listener)
  }
}

function readDevice(): string {
  const ui = Number(getComputedStyle(document.documentElement).getPropertyValue('--ui')) || 1
  const touch = matchMedia('(pointer: coarse)').matches || document.documentElement.dataset['mode'] === 'touch'
  return `${ui} ${touch ? 'touch' : 'fine'}`
}

/** Fits an axis into a width; columns never become too narrow, the board scrolls sideways instead. */
export function boardSizesOf(axis: TimeAxis, viewportWidth: number, ui: number, touch: boolean): BoardSizes {
  const laneLabelWidth = Math.round((viewportWidth < narrowPx ? 104 : 184) * ui)
  const fitting = Math.floor((viewportWidth - laneLabelWidth) / axis.columns)
  const columnWidth = Math.max(Math.round(minColumnPx[axis.zoom] * ui), fitting)
  const cardHeight = touch ? Math.max(44, Math.round(26 * ui)) : Math.round(26 * ui)
  return {
    metrics: {
      ui,
      columnWidth,
      cardHeight,
      rowHeight: cardHeight + 4,
      laneLabelWidth,
      lanePadding: Math.round(5 * ui),
    },
    titleColumns: Math.max(1, Math.ceil((titleWidthPx * ui) / columnWidth)),
  }
}

/** The sizes of the board on this screen; they follow the window, the pointer and the mode. */
export function useBoardSizes(axis: TimeAxis, viewportWidth: number): BoardSizes {
  const device = useSyncExternalStore(subscribeDevice, readDevice, () => '1 fine')
  return useMemo(() => {
    const [ui, pointer] = device.split(' ')
    return boardSizesOf(axis, viewportWidth, Number(ui), pointer === 'touch')
  }, [axis, viewportWidth, device])
}
