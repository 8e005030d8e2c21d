interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Units: µs. */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
}

const taskNames: ReadonlySet<string> = new Set(['RunTask', 'ThreadControllerImpl::RunTask'])

/**
 * The longest task of the page's main thread between two `performance.mark`s.
 *
 * Source: Chromium's trace event format; the thread that set the marks is the main thread.
 *
 * Errors: throws when a mark or every task is missing, so that nothing is reported that was not measured.
 */
export function longestTask(
  trace: string,
  from: string,
  to: string,
): { readonly wallMs: number; readonly cpuMs: number } {
  const parsed: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(trace)
  const start = parsed.traceEvents.find(({ name }) => name === from)
  const end = parsed.traceEvents.findLast(({ name }) => name === to)
  if (start === undefined || end === undefined) throw new Error(`The trace has no mark "${from}" or "${to}"`)
  const tasks = parsed.traceEvents.filter(
    ({ name, ph, pid, tid, ts }) =>
      taskNames.has(name) && ph === 'X' && pid === start.pid && tid === start.tid && ts >= start.ts && ts <= end.ts,
  )
  if (tasks.length === 0) throw new Error('The trace has no task of the main thread')
  return {
    wallMs: Math.max(...tasks.map(({ dur }) => dur ?? 0)) / 1000,
    cpuMs: Math.max(...tasks.map(({ tdur }) => tdur ?? 0)) / 1000,
  }
}
