import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { isOnNetworkDisk } from './network-folder.ts'

test('a folder on a network disk is known as such, one of this machine is not', () => {
  expect(isOnNetworkDisk(tmpdir())).toBe(false)
  expect(isOnNetworkDisk('/no/such/folder')).toBe(false)
  for (const type of [0x6969, 0xff534d42, -0x00acb2be, 0xfe534d42]) {
    expect(isOnNetworkDisk('/data', () => ({ type }))).toBe(true)
  }
  // ext4, xfs, tmpfs, overlay
  for (const type of [0xef53, 0x58465342, 0x01021994, 0x794c7630]) {
    expect(isOnNetworkDisk('/data', () => ({ type }))).toBe(false)
  }
})
