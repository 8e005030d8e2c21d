import { statfsSync } from 'node:fs'

/** File systems that lie on another machine, by what Linux calls them. Source: statfs(2), linux/magic.h. */
const networkTypes: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB 2
  0x5346414f, // AFS
  0x00c36400, // Ceph
  0x01021997, // 9P
])

/**
 * Says whether a folder lies on the disk of another machine, whose locks and syncs are not to be relied on.
 *
 * @param statfs asks the kernel; `false` where that cannot be known
 */
export function isOnNetworkDisk(folder: string, statfs: (path: string) => { type: number } = statfsSync): boolean {
  try {
    return networkTypes.has(statfs(folder).type >>> 0)
  } catch {
    return false
  }
}
