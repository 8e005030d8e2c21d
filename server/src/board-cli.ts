import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locale } from '@schakelbord/shared/calendar/locale'
import { mendBoardFile } from '@schakelbord/shared/exchange/document-to-copy'
import { environment, localeOfStart, readConfig } from './config.ts'
import { Refusal, catalogue, refusalBody } from './errors.ts'
import { renameDurably } from './log/rename-durably.ts'
import { removeStoreFile, storeFileName } from './log/sqlite-file.ts'
import type { LogReport } from './log/update-log.ts'
import { backupFolderName } from './operator/nightly-backup.ts'
import { openOperator } from './operator/board-operator.ts'
import type { BoardOperator } from './operator/board-operator.ts'
import { progressOf } from './operator/progress.ts'
import { checkStoreFile, openToNewerChanges, recoveryDays } from './operator/store-check.ts'

const locale: Locale = localeOfStart(environment())

function say(dutch: string, english: string): void {
  process.stdout.write(`${locale === 'en' ? english : dutch}\n`)
}

function causeOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function check(file: string): LogReport {
  try {
    const progress = progressOf((percent) => say(`… ${percent} % nagekeken`, `… ${percent} % checked`))
    const report = checkStoreFile(file, progress)
    const [problem] = [...report.problems, ...report.damaged.map(({ boardId }) => `board ${boardId}`)]
    if (problem !== undefined) throw new Error(problem)
    return report
  } catch (error) {
    throw new Refusal('BRD_FILE_INVALID', { value: file, cause: causeOf(error) })
  }
}

function sayChecked(file: string, { boards, records }: LogReport): void {
  say(
    `${file} nagekeken: ${boards} borden en ${records} wijzigingen, alles leesbaar.`,
    `${file} checked: ${boards} boards and ${records} changes, all of it readable.`,
  )
}

async function withOperator(dataDir: string, work: (operator: BoardOperator) => Promise<void>): Promise<void> {
  const operator = await openOperator(dataDir, locale)
  try {
    await work(operator)
  } finally {
    await operator.close()
  }
}

async function backup(dataDir: string, file: string): Promise<void> {
  say(`De borden uit ${dataDir} gaan naar ${file} …`, `The boards of ${dataDir} go to ${file} …`)
  // Whoever makes the copy, this program or the server: it grows beside its name until it is whole.
  const progress = progressOf((percent) => say(`… ${percent} %`, `… ${percent} %`))
  const looking = setInterval(() => progress(sizeOf(`${file}.partial`), sizeOf(join(dataDir, storeFileName))), 250)
  try {
    await withOperator(dataDir, (operator) => operator.backup(file))
  } finally {
    clearInterval(looking)
  }
  sayChecked(file, check(file))
}

function restore(dataDir: string, file: string): void {
  const target = join(dataDir, storeFileName)
  // A write-ahead log that was left behind would be read into the boards that are put back.
  for (const there of [target, `${target}-wal`])
    if (existsSync(there)) throw new Refusal('BRD_FILE_EXISTS', { value: there })
  if (!existsSync(file)) throw new Refusal('BRD_FILE_INVALID', { value: file, cause: 'ENOENT' })
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const arriving = `${target}.arriving`
  say(`${file} wordt nagekeken en teruggezet in ${dataDir} …`, `${file} is checked and put back in ${dataDir} …`)
  removeStoreFile(arriving)
  try {
    copyFileSync(file, arriving)
    // A file that was taken from a folder instead of a backup: its latest changes stand beside it.
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${arriving}-wal`)
    sayChecked(file, check(arriving))
    openToNewerChanges(arriving)
    renameDurably(arriving, target)
  } finally {
    removeStoreFile(arriving)
  }
  say(
    `De borden staan in ${dataDir}. De komende ${recoveryDays} dagen mogen mensen ook nieuwere wijzigingen van elkaar terugbrengen.`,
    `The boards are in ${dataDir}. For the next ${recoveryDays} days people may also bring back newer changes of each other.`,
  )
}

function seqsInWords(seqs: readonly number[]): readonly [dutch: string, english: string] {
  const list = seqs.slice(0, 5).join(', ')
  return [`wijziging ${list}`, `change ${list}`]
}

/** Files whose name fits, newest name first. */
function filesIn(folder: string, name: RegExp): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((entry) => name.test(entry))
  return names.toSorted((a, b) => (a < b ? 1 : -1)).map((entry) => join(folder, entry))
}

function sayWhatToDo(dataDir: string): void {
  const [newest] = filesIn(join(dataDir, backupFolderName), /^boards-[\d-]+\.db$/)
  say(
    newest === undefined
      ? 'Er is geen nachtelijke back-up in deze map. Neem de laatste die je zelf maakte.'
      : `De nieuwste nachtelijke back-up is ${newest}.`,
    newest === undefined
      ? 'There is no nightly backup in this folder. Take the last one you made yourself.'
      : `The newest nightly backup is ${newest}.`,
  )
  say(
    'Eén bord terughalen: zet de back-up in een lege map (DATA_DIR=/tmp/oud npm run board -- restore BESTAND), haal het bord eruit (DATA_DIR=/tmp/oud npm run board -- export BORD > bord.json) en maak er hier een nieuw bord van (npm run board -- import bord.json). Wie het bord nog open heeft kan zijn kopie als bestand opslaan.',
    'To get one board back: put the backup into an empty folder (DATA_DIR=/tmp/old npm run board -- restore FILE), take the board out (DATA_DIR=/tmp/old npm run board -- export BOARD > board.json) and make a new board of it here (npm run board -- import board.json). Whoever still has the board open can save their copy as a file.',
  )
}

async function doctor(dataDir: string): Promise<void> {
  await withOperator(dataDir, async (operator) => {
    const { boards, records, bytes, quarantined, damaged, problems } = await operator.examine()
    say(
      `${boards} borden, ${records} wijzigingen na de laatste momentopname, ${bytes} bytes, ${quarantined} geweigerde wijzigingen bewaard.`,
      `${boards} boards, ${records} changes after the last snapshot, ${bytes} bytes, ${quarantined} refused changes kept.`,
    )
    for (const boardId of new Set(damaged.map((one) => one.boardId))) {
      const seqs = damaged.filter((one) => one.boardId === boardId).map(({ seq }) => seq)
      const [dutch, english] = seqs.includes(0) ? ['de momentopname', 'the snapshot'] : seqsInWords(seqs)
      say(
        `Bord ${boardId} is beschadigd op de schijf (${dutch}) en gaat niet open. De andere borden werken.`,
        `Board ${boardId} was damaged on the disk (${english}) and does not open. The other boards work.`,
      )
    }
    for (const problem of problems) say(`Het bestand meldt: ${problem}`, `The file says: ${problem}`)
    const [aside] = filesIn(dataDir, /^boards\.db\.damaged-[\w-]+Z$/)
    if (aside !== undefined) {
      say(
        `Het bestand met borden was eerder beschadigd. Wat te lezen was is overgenomen; het oude ligt in ${aside}. Vergelijk met een back-up en haal het daarna weg.`,
        `The file with boards was damaged before. What could be read was taken over; the old one is ${aside}. Compare with a backup, then remove it.`,
      )
    }
    if (damaged.length + problems.length === 0) {
      say('Alles is in orde.', 'All is well.')
      return
    }
    process.exitCode = 1
    sayWhatToDo(dataDir)
  })
}

async function exportBoard(dataDir: string, boardId: string): Promise<void> {
  await withOperator(dataDir, async (operator) => {
    // Made good here and not by the server, which has others to serve.
    const file = mendBoardFile(await operator.exportBoard(boardId))
    process.stdout.write(`${JSON.stringify(file, undefined, 2)}\n`)
  })
}

async function importBoard(dataDir: string, file: string): Promise<void> {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Refusal('BRD_FILE_INVALID', { value: file, cause: causeOf(error) })
  }
  await withOperator(dataDir, async (operator) => {
    const id = await operator.importBoard(json)
    say(`Bord gemaakt: ${id}`, `Board made: ${id}`)
  })
}

async function run([command = '', argument = '']: readonly string[]): Promise<void> {
  const { dataDir } = readConfig(environment())
  const needsArgument = command !== 'doctor'
  if (needsArgument && argument === '') throw new Refusal('BRD_COMMAND_UNKNOWN', { value: command })
  const reads = command === 'backup' || command === 'export' || command === 'doctor'
  // Without DATA_DIR it would look in another folder than the server, make one there, and call a backup of nothing good.
  if (reads && !existsSync(join(dataDir, storeFileName))) throw new Refusal('BRD_DATA_NONE', { value: dataDir })
  switch (command) {
    case 'backup':
      return backup(dataDir, resolve(argument))
    case 'restore':
      return restore(dataDir, resolve(argument))
    case 'doctor':
      return doctor(dataDir)
    case 'export':
      return exportBoard(dataDir, argument)
    case 'import':
      return importBoard(dataDir, resolve(argument))
    default:
      throw new Refusal('BRD_COMMAND_UNKNOWN', { value: command })
  }
}

process.umask(0o077)
try {
  await run(process.argv.slice(2))
} catch (error) {
  const refusal =
    error instanceof Refusal ? error : new Refusal('BRD_FILE_INVALID', { value: 'DATA_DIR', cause: causeOf(error) })
  const { code, message, hint } = refusalBody(refusal.code, refusal.values, locale)
  process.stderr.write(`${message} ${hint} (${code})\n`)
  const { problems } = refusal.details
  if (Array.isArray(problems)) {
    for (const { path, message: problem } of problems as { path: string; message: string }[]) {
      process.stderr.write(`  ${path}: ${problem}\n`)
    }
  }
  const { status } = catalogue[refusal.code]
  process.exitCode = status < 100 ? status : 1
}
