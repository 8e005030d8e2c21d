import { Component, type ReactNode } from 'react'
import { useMessages } from '#i18n/use-language.ts'
import { Button } from '#ui/button.tsx'

interface Props {
  readonly children: ReactNode
  /** Keeps a copy of the board; absent where there is no board. */
  readonly onKeepCopy?: (() => void) | undefined
}

/** Catches what a screen throws, and offers a way out instead of an empty page. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    return error === null ? this.props.children : <Broken error={error} onKeepCopy={this.props.onKeepCopy} />
  }
}

function Broken({ error, onKeepCopy }: { readonly error: unknown; readonly onKeepCopy: (() => void) | undefined }) {
  const { app, together } = useMessages()
  const { broken } = app
  return (
    <main className="mx-auto max-w-xl p-6">
      <h1 className="text-2xl font-bold">{broken.title}</h1>
      <p className="mt-3">{broken.text}</p>
      <p className="mt-5 flex flex-wrap gap-2">
        <Button look="solid" onClick={() => window.location.reload()}>
          {broken.reload}
        </Button>
        {onKeepCopy !== undefined && <Button onClick={onKeepCopy}>{together.keepCopy}</Button>}
        <Button onClick={() => window.location.assign('/')}>{broken.home}</Button>
      </p>
      <details className="mt-6 text-ink-2">
        <summary>{broken.details}</summary>
        <pre className="mt-2 whitespace-pre-wrap text-sm">{error instanceof Error ? error.message : String(error)}</pre>
      </details>
    </main>
  )
}
