import { Link } from 'wouter'
import { useMessages } from '#i18n/use-language.ts'

/** An address that leads nowhere, and the way home. */
export function NotFoundScreen() {
  const { app } = useMessages()
  return (
    <main className="mx-auto max-w-xl p-6">
      <h1 className="text-2xl font-bold">{app.notFound.title}</h1>
      <p className="mt-3">{app.notFound.text}</p>
      <Link href="/" className="mt-5 inline-block font-semibold underline">
        {app.notFound.home}
      </Link>
    </main>
  )
}
