import { useMessages } from '#i18n/use-language.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { FileProblem } from './board-requests.ts'

const shownAtMost = 100

/** What is wrong in a board file, place by place; nothing was made. */
export function FileProblems({
  file,
  problems,
  onClose,
}: {
  readonly file: string
  readonly problems: readonly FileProblem[]
  readonly onClose: () => void
}) {
  const { app, boards } = useMessages()
  const words = boards.importDialog
  const hidden = problems.length - shownAtMost
  return (
    <Dialog title={words.title} onClose={onClose} wide>
      <p className="mb-3">{words.text(file)}</p>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-left">
          <thead>
            <tr className="border-b border-line-strong">
              <th scope="col" className="py-1 pr-4">
                {words.path}
              </th>
              <th scope="col" className="py-1">
                {words.problem}
              </th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, shownAtMost).map((problem) => (
              <tr key={`${problem.path} ${problem.message}`} className="border-b border-line align-top">
                <td className="py-1 pr-4 font-semibold break-all">{problem.path}</td>
                <td className="py-1">{problem.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && <p className="mt-2 text-ink-2">{words.more(hidden)}</p>}
      <p className="mt-5 text-right">
        <Button look="solid" onClick={onClose}>
          {app.close}
        </Button>
      </p>
    </Dialog>
  )
}
