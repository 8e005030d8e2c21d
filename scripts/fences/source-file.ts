import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** What an import names: a file of the project (path from the root), or a package by its name (`node:fs` is `node:`). */
export type Target = { kind: 'file'; path: string } | { kind: 'package'; name: string }

/** One import or re-export, static or dynamic. Shape: `typesOnly` where nothing of it is left when the program runs. */
export type Import = { specifier: string; target: Target; line: number; typesOnly: boolean }

/** A source file with what it imports and the names of the functions it calls. */
export type SourceFile = { path: string; imports: Import[]; calls: { name: string; line: number }[] }

const generated = new Set(['node_modules', 'dist', 'data', 'results', 'test-results', 'playwright-report'])

/** The paths of all TypeScript sources below some folders of the project, from its root. */
export function listSources(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = posix.join(folder, entry.name)
      if (entry.isDirectory()) return generated.has(entry.name) ? [] : listSources(root, [path])
      return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : []
    }),
  )
}

/** Reads what one source file imports and calls. Errors: throws when the file does not parse. */
export function readSource(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8')
  const { program, errors } = parseSync(path, text)
  const [error] = errors
  if (error) throw new Error(`${path} does not parse: ${error.message}`)

  const source: SourceFile = { path, imports: [], calls: [] }
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const add = (specifier: string, offset: number, kind: 'type' | 'value' = 'value') =>
    source.imports.push({
      specifier,
      target: resolveSpecifier(path, specifier),
      line: lineAt(offset),
      typesOnly: kind === 'type',
    })

  new Visitor({
    ImportDeclaration: (node) => void add(node.source.value, node.start, node.importKind),
    ExportAllDeclaration: (node) => void add(node.source.value, node.start, node.exportKind),
    ExportNamedDeclaration: (node) => void (node.source && add(node.source.value, node.start, node.exportKind)),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal' && typeof node.source.value === 'string') add(node.source.value, node.start)
    },
    TSImportType: (node) => void add(node.source.value, node.start, 'type'),
    CallExpression: ({ callee, start }) => {
      const name =
        callee.type === 'Identifier'
          ? callee.name
          : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
            ? callee.property.name
            : undefined
      if (name !== undefined) source.calls.push({ name, line: lineAt(start) })
    },
  }).visit(program)
  return source
}

/** Says what a specifier names, seen from a file. */
export function resolveSpecifier(from: string, specifier: string): Target {
  const [bare = specifier] = specifier.split('?')
  if (bare.startsWith('.')) return { kind: 'file', path: posix.join(posix.dirname(from), bare) }
  if (bare.startsWith('#')) return { kind: 'file', path: posix.join('client/src', bare.slice(1)) }
  const ours = /^@schakelbord\/([^/]+)\/?(.*)$/.exec(bare)
  if (ours) return { kind: 'file', path: posix.join(ours[1] ?? '', 'src', `${ours[2] ?? ''}.ts`) }
  if (bare.startsWith('node:')) return { kind: 'package', name: 'node:' }
  const parts = bare.split('/')
  return { kind: 'package', name: parts.slice(0, bare.startsWith('@') ? 2 : 1).join('/') }
}
