// Plants an offender for every guard in a copy of the project, and is red when a guard sleeps.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { lintOffenders } from './fences/lint-offenders.ts'
import { fences } from './fences/rules.ts'
import { typeOffenders } from './fences/type-offenders.ts'
import { root } from './setup/places.mjs'

const packages = ['shared', 'client', 'server', 'e2e']
const copied = ['scripts', 'package.json', 'tsconfig.base.json', 'tsconfig.json', '.oxlintrc.json', ...packages]
const left = new Set(['node_modules', 'dist', 'data', 'results', 'test-results', 'playwright-report'])

/** Copies the project without what is generated; packages come along by a link. */
function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'schakelbord-fences-'))
  for (const path of copied) {
    cpSync(join(root, path), join(copy, path), { recursive: true, filter: (from) => !left.has(basename(from)) })
  }
  for (const folder of ['.', ...packages]) {
    const modules = join(root, folder, 'node_modules')
    if (existsSync(modules)) symlinkSync(modules, join(copy, folder, 'node_modules'))
  }
  return copy
}

function plant(copy: string, path: string, text: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true })
  writeFileSync(join(copy, path), text)
}

function run(copy: string, command: string, args: string[]): string {
  const { stdout, stderr } = spawnSync(command, args, { cwd: copy, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 })
  return `${stdout}${stderr}`
}

/** Which fences let their offender through? */
function sleepingFences(copy: string): string[] {
  const planted = fences.flatMap((fence) => fence.offenders.map((offender) => ({ fence, ...offender })))
  for (const { path, text } of planted) plant(copy, path, text)
  const output = run(copy, process.execPath, ['scripts/fences.ts'])
  for (const { path } of planted) rmSync(join(copy, path))
  return planted
    .filter(({ fence, path }) => !new RegExp(`^${escape(path)}:\\d+ .*\\n  ${fence.id}: `, 'm').test(output))
    .map(({ fence, path }) => `fence ${fence.id} let ${path} through`)
}

/** Which lint rules let their offender through? */
function sleepingLintRules(copy: string): string[] {
  const planted = lintOffenders.flatMap(({ files }) => files)
  for (const { path, text } of planted) plant(copy, path, text)
  const args = ['--format=json', ...planted.map(({ path }) => path)]
  const report: unknown = JSON.parse(run(copy, join(root, 'node_modules/.bin/oxlint'), args))
  for (const { path } of planted) rmSync(join(copy, path))
  const found = diagnosticsOf(report)
  return lintOffenders
    .filter(({ rule, files }) => !found.some(({ code, filename }) => code === rule && filename === files[0]?.path))
    .map(({ rule, files }) => `lint rule ${rule} let ${files[0]?.path} through`)
}

function diagnosticsOf(report: unknown): { code: unknown; filename: unknown }[] {
  return (report as { diagnostics: { code: unknown; filename: unknown }[] }).diagnostics
}

/** Which things that a platform lacks did the compiler accept? */
function sleepingTypes(copy: string): string[] {
  return [...new Set(typeOffenders.map(({ project }) => project))].flatMap((project) => {
    const offenders = typeOffenders.filter((offender) => offender.project === project)
    for (const { name, text } of offenders) plant(copy, `${project}/src/${name}`, text)
    const config = { extends: './tsconfig.json', include: offenders.map(({ name }) => `src/${name}`), references: [] }
    plant(copy, `${project}/tsconfig.planted.json`, JSON.stringify(config))
    const args = ['-p', `${project}/tsconfig.planted.json`, '--composite', 'false', '--emitDeclarationOnly', 'false']
    const output = run(copy, join(root, 'node_modules/.bin/tsc'), [...args, '--noEmit', '--pretty', 'false'])
    return offenders
      .filter(({ name }) => !output.includes(`${project}/src/${name}(`))
      .map(({ name }) => `the compiler let ${project}/src/${name} through`)
  })
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

const copy = copyProject()
try {
  const sleeping = [...sleepingFences(copy), ...sleepingLintRules(copy), ...sleepingTypes(copy)]
  for (const each of sleeping) console.error(`asleep: ${each}`)
  const planted =
    fences.reduce((sum, { offenders }) => sum + offenders.length, 0) + lintOffenders.length + typeOffenders.length
  console.log(`${planted} offenders planted, ${sleeping.length} let through`)
  process.exitCode = sleeping.length > 0 ? 1 : 0
} finally {
  rmSync(copy, { recursive: true, force: true })
}
