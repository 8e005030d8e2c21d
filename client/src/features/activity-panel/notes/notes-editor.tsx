import { Bold, Italic, Link, List, ListOrdered } from 'lucide-react'
import { EditorState, type Command } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { XmlFragment } from 'yjs'
import { useMessages } from '#i18n/use-language.ts'
import { holdsForeignContent } from './foreign-content.ts'
import { formatOf, notesCommands, plainFormat, removeLink, setLink, type NotesFormat } from './notes-commands.ts'
import { notesPlugins } from './notes-plugins.ts'
import { notesSchema } from './notes-schema.ts'
import { plainTextOf } from './plain-text.ts'
import { safeHref } from './safe-href.ts'
import { withoutStyles } from './without-styles.ts'
import './notes.css'

/** Notes that several people write at once, with each other's cursors. */
export function NotesEditor({
  fragment,
  awareness,
  editable,
}: {
  readonly fragment: XmlFragment
  readonly awareness: Awareness
  readonly editable: boolean
}): ReactNode {
  const { panel: t, together } = useMessages()
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const linkId = useId()
  const [foreign, setForeign] = useState(() => holdsForeignContent(fragment))
  const [format, setFormat] = useState<NotesFormat>(plainFormat)
  const [address, setAddress] = useState<string | null>(null)
  const label = t.sections.notes
  const { someone } = together
  const { notesPlaceholder } = t

  useEffect(() => {
    // Before the editor listens: what it cannot show must close it before it can remove it.
    const guard = (): void => {
      if (!holdsForeignContent(fragment)) return
      view.current?.destroy()
      view.current = null
      setForeign(true)
    }
    fragment.observeDeep(guard)
    if (host.current && !holdsForeignContent(fragment)) {
      const editor = new EditorView(host.current, {
        state: EditorState.create({ plugins: notesPlugins(fragment, awareness, someone), schema: notesSchema }),
        editable: () => editable,
        transformPastedHTML: withoutStyles,
        attributes: (state) => ({
          class: state.doc.textContent === '' && state.doc.childCount <= 1 ? 'ap-notes ap-notes-empty' : 'ap-notes',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'data-placeholder': notesPlaceholder,
          ...(editable ? {} : { 'aria-readonly': 'true', tabindex: '0' }),
        }),
        // Called for the first time while the editor is still being made.
        dispatchTransaction(this: EditorView, transaction) {
          // A cursor that was told in the moment the panel closed arrives after it.
          if (this.isDestroyed) return
          this.updateState(this.state.apply(transaction))
          const next = formatOf(this.state)
          setFormat((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
        },
      })
      view.current = editor
    }
    return () => {
      fragment.unobserveDeep(guard)
      view.current?.destroy()
      view.current = null
    }
  }, [fragment, awareness, editable, label, someone, notesPlaceholder])

  const run = (command: Command): void => {
    const editor = view.current
    if (editor === null) return
    command(editor.state, editor.dispatch, editor)
    editor.focus()
  }
  const putLink = (): void => {
    const href = safeHref(address ?? '')
    if (href === null) return
    setAddress(null)
    run(setLink(href))
  }

  if (foreign) {
    return (
      <div className="ap-notes-foreign">
        <p className="ap-hint">{t.notesForeign}</p>
        <p className="ap-notes">{plainTextOf(fragment)}</p>
      </div>
    )
  }
  return (
    <div className="ap-notes-frame">
      {editable ? (
        <div role="group" aria-label={t.notesTools} className="ap-notes-tools">
          <Tool
            label={t.bold}
            on={format.strong}
            icon={<Bold aria-hidden size={16} />}
            onUse={() => run(notesCommands.strong)}
          />
          <Tool
            label={t.italic}
            on={format.em}
            icon={<Italic aria-hidden size={16} />}
            onUse={() => run(notesCommands.em)}
          />
          <Tool
            label={t.bulletList}
            on={format.bulletList}
            icon={<List aria-hidden size={16} />}
            onUse={() => run(notesCommands.bulletList)}
          />
          <Tool
            label={t.orderedList}
            on={format.orderedList}
            icon={<ListOrdered aria-hidden size={16} />}
            onUse={() => run(notesCommands.orderedList)}
          />
          <Tool
            label={t.link}
            on={format.link}
            icon={<Link aria-hidden size={16} />}
            onUse={() => (format.link ? run(removeLink) : setAddress(''))}
          />
        </div>
      ) : null}
      {address === null ? null : (
        <form
          className="ap-add-row ap-notes-link"
          onSubmit={(event) => {
            event.preventDefault()
            putLink()
          }}
        >
          <label htmlFor={linkId} className="ap-visually-hidden">
            {t.linkAddress}
          </label>
          <input
            id={linkId}
            className="ap-input"
            type="text"
            inputMode="url"
            autoComplete="off"
            placeholder={t.linkAddress}
            value={address}
            ref={(input) => {
              if (address === '') input?.focus()
            }}
            onChange={(event) => setAddress(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              setAddress(null)
              view.current?.focus()
            }}
          />
          <button type="submit" className="ap-button" disabled={safeHref(address) === null}>
            {t.setLink}
          </button>
        </form>
      )}
      <div ref={host} className="ap-notes-host" />
    </div>
  )
}

function Tool({
  label,
  on,
  icon,
  onUse,
}: {
  readonly label: string
  readonly on: boolean
  readonly icon: ReactNode
  onUse(): void
}): ReactNode {
  return (
    <button
      type="button"
      className="ap-icon-button"
      aria-pressed={on}
      aria-label={label}
      title={label}
      // The selection in the text must stay where it is.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      {icon}
    </button>
  )
}
