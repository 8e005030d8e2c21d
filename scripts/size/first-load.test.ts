import { expect, it } from 'vitest'
import { readFirstLoad } from './first-load.ts'

const build: Record<string, string> = {
  'index.html': `<html><head>
    <script type="module" crossorigin src="/assets/index-AAAAAAAA.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/react-BBBBBBBB.js">
    <link rel="stylesheet" crossorigin href="/assets/index-CCCCCCCC.css">
    <link rel="preload" href="/assets/letters-latin-DDDDDDDD.woff2" as="font" type="font/woff2" crossorigin></head></html>`,
  'assets/index-AAAAAAAA.js':
    'import{a}from"./react-BBBBBBBB.js";const d=["assets/calendar-EEEEEEEE.css"];import("./calendar-EEEEEEEE.js");import(`./notes-FFFFFFFF.js`);a()',
  'assets/react-BBBBBBBB.js': 'export const a=()=>1',
  'assets/calendar-EEEEEEEE.js': 'export{b}from"./grid-GGGGGGGG.js"',
  'assets/grid-GGGGGGGG.js': 'export const b=2',
  'assets/notes-FFFFFFFF.js': 'export const n=3',
  'assets/calendar-EEEEEEEE.css': '.c{}',
  'assets/index-CCCCCCCC.css': `@font-face{font-family:L;src:url(/assets/letters-latin-DDDDDDDD.woff2) format("woff2");unicode-range:U+0000-00FF,U+0131}
    @font-face{font-family:L;src:url(/assets/letters-ext-HHHHHHHH.woff2) format("woff2");unicode-range:U+0100-02BA}`,
}

const readBuilt = (path: string): string => {
  const text = build[path]
  if (text === undefined) throw new Error(`the build has no ${path}`)
  return text
}

it('counts the entry, what it imports, what is preloaded and the calendar, and nothing that waits', () => {
  const { scripts } = readFirstLoad(readBuilt)
  expect(scripts.toSorted()).toEqual([
    'assets/calendar-EEEEEEEE.js',
    'assets/grid-GGGGGGGG.js',
    'assets/index-AAAAAAAA.js',
    'assets/react-BBBBBBBB.js',
  ])
})

it('counts the page’s style and the calendar’s', () => {
  expect(readFirstLoad(readBuilt).styles.toSorted()).toEqual([
    'assets/calendar-EEEEEEEE.css',
    'assets/index-CCCCCCCC.css',
  ])
})

it('counts the font of plain Latin text once, and none of other alphabets', () => {
  expect(readFirstLoad(readBuilt).fonts).toEqual(['assets/letters-latin-DDDDDDDD.woff2'])
})
