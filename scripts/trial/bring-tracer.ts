import { spawnSync } from 'node:child_process'
import { installSystemPackage } from './system-package.ts'

/** Brings strace where this may; without it the trials that watch system calls say what to install and are skipped. */
export async function bringTracer(): Promise<void> {
  if (process.platform !== 'linux' || spawnSync('strace', ['-V']).status === 0) return
  await installSystemPackage('strace', 'strace')
}
