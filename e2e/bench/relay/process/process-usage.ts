import { readFileSync } from 'node:fs'

/** What a process has used so far. */
export interface ProcessUsage {
  /** Processor time of all its threads, in user and in kernel mode. Units: ms, in steps of 10. */
  readonly cpuMs: number
  /** The same of its first thread, which in Node is the one that runs the event loop. */
  readonly mainThreadMs: number
}

/** Ticks of the kernel's accounting in a second. Source: `getconf CLK_TCK`, 100 on every Linux that Node runs on. */
const ticksPerSecond = 100

/** Reads what a process has used. Errors: throws where the process is gone, or this is not Linux. */
export function usageOf(pid: number): ProcessUsage {
  return {
    cpuMs: cpuMsOf(`/proc/${pid}/stat`),
    mainThreadMs: cpuMsOf(`/proc/${pid}/task/${pid}/stat`),
  }
}

function cpuMsOf(path: string): number {
  const stat = readFileSync(path, 'utf8')
  // The second field, the name, may hold blanks; it ends at the last bracket. utime and stime are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond
}

/** How long the processors of the whole machine have had nothing to do, taken together. Units: ms. */
export function idleMsOfMachine(): number {
  const [all = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1)
  const [, , , , idle, waitingForDisk] = all.split(/\s+/)
  return ((Number(idle) + Number(waitingForDisk)) * 1000) / ticksPerSecond
}

/** Memory that a process holds. Units: bytes; `peak` since it started. */
export interface ProcessMemory {
  readonly resident: number
  readonly peak: number
}

/** Reads what memory a process holds. Errors: as `usageOf`. */
export function memoryOf(pid: number): ProcessMemory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1])
  return { resident: kilobytes('VmRSS') * 1024, peak: kilobytes('VmHWM') * 1024 }
}
