/** Code that the compiler must refuse, because a package must not see what its platform lacks. */
export type TypeOffender = { project: string; name: string; text: string }

/** The compiler's offenders: a package's folder, a file name below its sources, and the text. */
export const typeOffenders: readonly TypeOffender[] = [
  { project: 'shared', name: 'planted-dom.ts', text: 'export const title: string = document.title\n' },
  { project: 'shared', name: 'planted-node.ts', text: 'export const home: unknown = process.env\n' },
  { project: 'shared', name: 'planted-node-module.ts', text: "export { readFileSync } from 'node:fs'\n" },
  { project: 'server', name: 'planted-dom.ts', text: 'export const title: string = document.title\n' },
  { project: 'client', name: 'planted-node.ts', text: 'export const home: unknown = process.env\n' },
  {
    project: 'shared',
    name: 'planted-index.ts',
    text: 'export const first = (words: string[]): string => words[0]\n',
  },
]
