import { readFileSync } from 'node:fs'

/** What a process has used so far. */
export interface ProcessUsage {
  /** Processor time of all its threads, in user and in kernel mode. Units: ms, in steps of 10. */
  readonly cpuMs: number
  /** When this was read. Units: ms of the monotonic clock, the same for all processes. */
  readonly atMs: number
}

/** Ticks of the kernel's accounting in a second. Source: `getconf CLK_TCK`, 100 on every Linux that Node runs on. */
const ticksPerSecond = 100

/** Reads what a process has used. Errors: throws where the process is gone, or this is not Linux. */
export function usageOf(pid: number): ProcessUsage {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The second field, the name, may hold blanks; it ends at the last bracket. utime and stime are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields[11]) + Number(fields[12])
  return { cpuMs: (ticks * 1000) / ticksPerSecond, atMs: Number(process.hrtime.bigint() / 1000n) / 1000 }
}
