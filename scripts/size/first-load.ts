import { posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** Reads a file of the built client, by its path from the build's root. */
export type ReadText = (path: string) => string

/** What a browser fetches before the calendar can be used: paths from the build's root. */
export type FirstLoad = { scripts: string[]; styles: string[]; fonts: string[] }

/** Chunks that the calendar's address loads although the entry asks for them later: its screen and its feature. */
const calendarChunk = /^(board-screen|calendar)/

/** Walks from index.html to everything the first load of the calendar needs. */
export function readFirstLoad(read: ReadText): FirstLoad {
  const html = read('index.html')
  const scripts = new Set<string>()
  const styles = new Set(attributesOf(html, 'link', 'stylesheet'))
  const walk = (path: string): void => {
    if (scripts.has(path)) return
    scripts.add(path)
    const code = read(path)
    const { always, later } = importsOf(path, code)
    for (const each of always) walk(each)
    for (const each of later.filter((found) => calendarChunk.test(posix.basename(found)))) {
      walk(each)
      for (const style of stylesNamedIn(code, each)) styles.add(style)
    }
  }
  for (const src of html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)) walk(fromRoot(src[1] ?? ''))
  for (const href of attributesOf(html, 'link', 'modulepreload')) walk(href)

  const fonts = new Set(attributesOf(html, 'link', 'preload').filter((href) => /\.(woff2?|ttf|otf)$/.test(href)))
  for (const style of styles) for (const font of latinFontsOf(style, read(style))) fonts.add(font)
  return { scripts: [...scripts], styles: [...styles], fonts: [...fonts] }
}

function fromRoot(url: string): string {
  return url.replace(/^\.?\//, '')
}

function attributesOf(html: string, tag: string, rel: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}\\s[^>]*>`, 'g'))]
    .map(([element]) => element)
    .filter((element) => element.includes(`rel="${rel}"`))
    .flatMap((element) => /\shref="([^"]+)"/.exec(element)?.[1] ?? [])
    .map(fromRoot)
}

function importsOf(path: string, code: string): { always: string[]; later: string[] } {
  const always: string[] = []
  const later: string[] = []
  const add = (list: string[], specifier: unknown) => {
    if (typeof specifier === 'string' && specifier.startsWith('.'))
      list.push(posix.join(posix.dirname(path), specifier))
  }
  new Visitor({
    ImportDeclaration: (node) => add(always, node.source.value),
    ExportAllDeclaration: (node) => add(always, node.source.value),
    ExportNamedDeclaration: (node) => add(always, node.source?.value),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') add(later, node.source.value)
      // A bundler writes `import(`./x.js`)` with a template without holes just as well.
      if (node.source.type === 'TemplateLiteral') add(later, node.source.quasis[0]?.value.cooked)
    },
  }).visit(parseSync(path, code).program)
  return { always, later }
}

/** The styles that the bundler's list of preloads gives along with a chunk. */
function stylesNamedIn(code: string, chunk: string): string[] {
  const stem = posix.basename(chunk).replace(/-[\w-]{8}\.js$/, '')
  return [...code.matchAll(/["'`]([^"'`]+\.css)["'`]/g)]
    .map(([, path]) => path ?? '')
    .filter((path) => posix.basename(path).startsWith(stem))
}

/** The font files that plain Latin text fetches: a face without a range, or whose range has the letter A. */
function latinFontsOf(path: string, css: string): string[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)]
    .map(([, face]) => face ?? '')
    .filter((face) => coversLetterA(/unicode-range:\s*([^;}]+)/i.exec(face)?.[1]))
    .flatMap((face) => /url\(["']?([^"')]+)["']?\)/.exec(face)?.[1] ?? [])
    .map((url) => (url.startsWith('/') ? fromRoot(url) : posix.join(posix.dirname(path), url)))
}

function coversLetterA(ranges: string | undefined): boolean {
  if (ranges === undefined) return true
  return ranges.split(',').some((range) => {
    const [from = '', to = from] = range.trim().replace(/^u\+/i, '').split('-')
    const low = Number.parseInt(from.replaceAll('?', '0'), 16)
    const high = Number.parseInt(to.replaceAll('?', 'F'), 16)
    return low <= 0x41 && 0x41 <= high
  })
}
