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

interface Device {
  readonly ui: number
  readonly touch: boolean
}

const desk: Device = { ui: 1, touch: false }
let device: Device | null = null

function subscribeDevice(listener: () => void): () => void {
  const onChange = (): void => {
    const next = measureDevice()
    if (next.ui === device?.ui && next.touch === device.touch) return
    device = next
    listener()
  }
  const coarse = matchMedia('(pointer: coarse)')
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mode', 'style'] })
  coarse.addEventListener('change', onChange)
  onChange()
  return () => {
    observer.disconnect()
    coarse.removeEventListener('change', onChange)
    device = null
  }
}

function measureDevice(): Device {
  const ui = Number(getComputedStyle(document.documentElement).getPropertyValue('--ui')) || 1
  const touch = matchMedia('(pointer: coarse)').matches || document.documentElement.dataset['mode'] === 'touch'
  return { ui, touch }
}

/** Asking for styles makes the browser work: only once, and again when something says that it changed. */
function readDevice(): Device {
  device ??= measureDevice()
  return device
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
  const { ui, touch } = useSyncExternalStore(subscribeDevice, readDevice, () => desk)
  return useMemo(() => boardSizesOf(axis, viewportWidth, ui, touch), [axis, viewportWidth, ui, touch])
}
