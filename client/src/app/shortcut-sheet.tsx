import { useMessages } from '#i18n/use-language.ts'
import { Dialog } from '#ui/dialog.tsx'
import { shortcutsOnScreen, type ShortcutGroup } from '#ui/shortcut-list.ts'
import { changeSettings } from './settings.ts'
import { useSettings } from './use-settings.ts'

/** Every key that does something on this screen, and the switch for those without Ctrl. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { app } = useMessages()
  const { singleKeys } = useSettings()
  const { shortcutKeys: keys, shortcutDoes: does } = app
  const everywhere: ShortcutGroup = {
    title: app.general,
    shortcuts: [
      { keys: keys.undo, does: does.undo },
      { keys: keys.redo, does: does.redo },
      { keys: keys.search, does: does.search },
      { keys: keys.help, does: does.help },
    ],
  }
  return (
    <Dialog title={app.shortcuts} onClose={onClose} wide>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {[...shortcutsOnScreen(), everywhere].map((group) => (
          <section key={group.title}>
            <h3 className="mb-1 font-bold">{group.title}</h3>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <div key={shortcut.keys} className="flex items-baseline gap-3 border-t border-line py-1">
                  <dt className="order-last ml-auto shrink-0">
                    <kbd className="rounded-card border border-line-strong px-2 font-sans text-sm">{shortcut.keys}</kbd>
                  </dt>
                  <dd>{shortcut.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="mt-5 flex items-start gap-2">
        <input
          type="checkbox"
          className="mt-1 size-4 accent-current"
          checked={singleKeys}
          onChange={(event) => changeSettings({ singleKeys: event.target.checked })}
        />
        <span>
          {app.singleKeys}
          <span className="block text-ink-2">{app.singleKeysHint}</span>
        </span>
      </label>
    </Dialog>
  )
}
