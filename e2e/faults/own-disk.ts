import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const mebibyte = 1024 * 1024

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Whether this machine lets us make a disk of our own: Linux, root, ext4, a loop device. */
export const canMakeDisks =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('mkfs.ext4', ['-V']).status === 0 &&
  spawnSync('losetup', ['--find']).status === 0
export const diskHint = 'no disk of our own can be made: that takes Linux, root, mkfs.ext4 and a loop device'

/**
 * A disk of our own: ext4 in a file, so that it can be full, refuse writes, and lose its power, and no other disk with it.
 *
 * What a program wrote and did not sync stays in memory – the journal commits by itself only after ten minutes – and is
 * gone after a power cut, as it may be on any disk.
 */
export class OwnDisk {
  /** Where it is mounted. */
  readonly path: string
  readonly #image: string
  #mounted = false

  private constructor(dir: string, name: string) {
    this.#image = join(dir, `${name}.img`)
    this.path = join(dir, name)
    mkdirSync(this.path)
  }

  static make(dir: string, mebibytes: number): OwnDisk {
    const disk = new OwnDisk(dir, 'disk')
    writeFileSync(disk.#image, '')
    truncateSync(disk.#image, mebibytes * mebibyte)
    run('mkfs.ext4', '-q', '-m', '0', disk.#image)
    disk.mount()
    return disk
  }

  mount(how: 'rw' | 'ro' = 'rw'): void {
    run('mount', '-o', `loop,commit=600,${how}`, this.#image, this.path)
    this.#mounted = true
  }

  unmount(): void {
    if (!this.#mounted) return
    run('umount', this.path)
    this.#mounted = false
  }

  /** Leaves not a byte free. */
  fill(): void {
    const filler = openSync(join(this.path, 'filler'), 'w')
    try {
      for (const size of [mebibyte, 1024]) {
        const bytes = Buffer.alloc(size, 'x')
        try {
          for (;;) writeSync(filler, bytes)
        } catch {
          // It is full for this size.
        }
      }
    } finally {
      closeSync(filler)
    }
  }

  makeRoom(): void {
    rmSync(join(this.path, 'filler'))
  }

  /** What the kernel does to a disk that fails it: read-only from now on, also for files that are open. */
  failToReadOnly(): void {
    run('mount', '-o', 'remount,abort', this.path)
  }

  /** Lets nobody write to a file any more, also not who has it open; or lets them again. */
  protect(file: string, isProtected: boolean): void {
    run('chattr', isProtected ? '+i' : '-i', join(this.path, file))
  }

  /** The disk as it is found when the power comes back after it went just now; it has a name of its own. */
  afterPowerCut(dir: string, name: string): OwnDisk {
    const disk = new OwnDisk(dir, name)
    run('cp', '--sparse=always', this.#image, disk.#image)
    disk.mount()
    return disk
  }

  remove(): void {
    this.unmount()
    rmSync(this.path, { recursive: true })
    rmSync(this.#image)
  }
}
