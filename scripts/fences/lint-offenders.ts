/**
 * Code that the linter must refuse, one offender per rule on which the architecture leans.
 *
 * Shape: `rule` as the linter reports it, `files` from the project's root; the first file is the one that must be reported.
 */
export type LintOffender = { rule: string; files: { path: string; text: string }[] }

const file = (path: string, text: string) => ({ path, text })

/** The linter's offenders. */
export const lintOffenders: readonly LintOffender[] = [
  {
    rule: 'import(no-cycle)',
    files: [
      file('shared/src/model/planted-a.ts', "import { b } from './planted-b.ts'\nexport const a = (): unknown => b\n"),
      file('shared/src/model/planted-b.ts', "import { a } from './planted-a.ts'\nexport const b = (): unknown => a\n"),
    ],
  },
  {
    rule: 'import(no-cycle)',
    files: [
      file('server/src/planted-c.ts', "import type { D } from './planted-d.ts'\nexport type C = { d: D }\n"),
      file('server/src/planted-d.ts', "import type { C } from './planted-c.ts'\nexport type D = { c?: C }\n"),
    ],
  },
  {
    rule: 'import(no-default-export)',
    files: [file('client/src/app/planted-default.ts', 'export default 1\n')],
  },
  {
    rule: 'typescript(no-explicit-any)',
    files: [file('shared/src/model/planted-any.ts', 'export const x = (y: any): void => void y\n')],
  },
  {
    rule: 'typescript(ban-ts-comment)',
    files: [file('shared/src/model/planted-ignore.ts', '// @ts-ignore\nexport const x: number = ""\n')],
  },
  {
    rule: 'typescript(no-floating-promises)',
    files: [file('server/src/planted-floating.ts', 'export function f(g: () => Promise<void>): void {\n  g()\n}\n')],
  },
  {
    rule: 'typescript(no-misused-promises)',
    files: [
      file(
        'server/src/planted-misused.ts',
        'export const f = (p: Promise<boolean>): number => {\n  if (p) return 1\n  return 2\n}\n',
      ),
    ],
  },
  {
    rule: 'typescript(switch-exhaustiveness-check)',
    files: [
      file(
        'shared/src/model/planted-switch.ts',
        "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n  return 2\n}\n",
      ),
    ],
  },
  {
    rule: 'eslint(no-restricted-globals)',
    files: [file('shared/src/model/planted-date.ts', 'export const now = (): number => Date.now()\n')],
  },
  {
    rule: 'node(no-process-env)',
    files: [file('server/src/planted-env.ts', "export const port = process.env['PORT']\n")],
  },
  {
    rule: 'eslint(no-console)',
    files: [file('server/src/planted-console.ts', "export const f = (): void => console.log('hot path')\n")],
  },
  {
    rule: 'react-hooks(rules-of-hooks)',
    files: [
      file(
        'client/src/ui/planted-hook.tsx',
        "import { useState } from 'react'\nexport function Planted({ on }: { on: boolean }) {\n  if (on) useState(1)\n  return null\n}\n",
      ),
    ],
  },
  {
    rule: 'jsx-a11y(alt-text)',
    files: [file('client/src/ui/planted-img.tsx', 'export const Planted = () => <img src="x" />\n')],
  },
  {
    rule: 'vitest(no-focused-tests)',
    files: [
      file(
        'shared/src/model/planted.test.ts',
        "import { expect, it } from 'vitest'\nit.only('x', () => expect(1).toBe(1))\n",
      ),
    ],
  },
]
