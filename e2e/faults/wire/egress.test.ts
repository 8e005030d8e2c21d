import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBoard } from '../relay-process.ts'
import { HonestPair } from './honest-pair.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const hasStrace = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'strace')))

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'schakelbord-egress-'))
})

afterEach(() => rmSync(dir, { recursive: true }))

/** What a process asked of the network, as the kernel heard it. */
function addressesOf(trace: string): string[] {
  return trace
    .split('\n')
    .filter((line) => /(?:connect|sendto|sendmsg)\(/.test(line))
    .flatMap((line) => [...line.matchAll(/inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/g)])
    .map(([, four, six]) => four ?? six ?? '')
}

test('the trace that proves it finds a process that calls out', () => {
  expect(
    addressesOf('7 connect(20, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, 16) = 0'),
  ).toEqual(['192.0.2.1'])
  expect(
    addressesOf('7 connect(20, {sa_family=AF_INET6, inet_pton(AF_INET6, "2001:db8::1", &sin6_addr)}, 28) = 0'),
  ).toEqual(['2001:db8::1'])
  expect(addressesOf('7 listen(21, 511) = 0')).toEqual([])
})

test.runIf(hasStrace)(
  'nothing leaves the building: from start to stop the server calls nobody but this machine',
  async () => {
    const file = join(dir, 'trace')
    const watched = ['-f', '-qq', '-e', 'trace=connect,sendto,sendmsg,listen', '-o', file]
    const child = spawn('strace', [...watched, process.execPath, 'server/src/main.ts'], {
      cwd: root,
      env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: join(dir, 'data'), LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    const address = await new Promise<string>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => resolve(/http:\/\/\S+/.exec(line)?.[0] ?? ''))
    })
    const pair = await HonestPair.join(address, await makeBoard(address))
    for (let i = 0; i < 5; i++) await pair.round()
    const paths = ['/', '/api/boards', '/api/openapi.json', '/health/ready', '/metrics', '/.well-known/security.txt']
    for (const path of paths) await (await fetch(new URL(path, address))).arrayBuffer()
    pair.leave()
    // The child of strace is the server; strace itself goes when the server does.
    const [serverPid] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ')
    process.kill(Number(serverPid), 'SIGTERM')
    expect(await ended).toBe(0)
    const trace = readFileSync(file, 'utf8')
    expect(trace).toContain('listen(')
    expect(addressesOf(trace).filter((called) => !/^127\.|^::1$/.test(called))).toEqual([])
  },
  120_000,
)
