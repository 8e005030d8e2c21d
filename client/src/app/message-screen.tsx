import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useMessages } from '#i18n/use-language.ts'

/** A page with one message, and the way home. */
export function MessageScreen({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}) {
  const { app } = useMessages()
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-xl p-6">
      <h1 className="text-2xl font-bold">{title}</h1>
      <p className="mt-3">{text}</p>
      {children}
      <Link
        href="/"
        className="mt-5 inline-flex min-h-[max(var(--hit),2.25rem)] items-center rounded-card bg-ink px-3 font-semibold text-paper"
      >
        {app.notFound.home}
      </Link>
    </main>
  )
}
