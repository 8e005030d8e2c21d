import { locales } from '@schakelbord/shared/calendar/locale'
import { switchLocale } from '#i18n/language.ts'
import { useLanguage } from '#i18n/use-language.ts'
import type { MenuItem } from '#ui/menu-button.tsx'
import { changeSettings, type Settings } from './settings.ts'
import { useSettings } from './use-settings.ts'

const themes: readonly Settings['theme'][] = ['auto', 'light', 'dark']

/** The choices that are the same on every screen: colours, language, and large for a big screen. */
export function useFrameMenu(): readonly MenuItem[] {
  const { locale, messages } = useLanguage()
  const { theme: chosen, projector } = useSettings()
  const { app } = messages
  return [
    ...themes.map((theme, index) => ({
      id: `theme-${theme}`,
      label: app.themes[theme],
      checked: theme === chosen,
      ...(index === 0 ? { group: app.theme } : {}),
      onChoose: () => changeSettings({ theme }),
    })),
    {
      id: 'projector',
      label: app.projector,
      checked: projector,
      toggle: true,
      onChoose: () => changeSettings({ projector: !projector }),
    },
    ...locales.map((id, index) => ({
      id: `language-${id}`,
      label: app.languages[id],
      checked: id === locale,
      ...(index === 0 ? { group: app.language } : {}),
      onChoose: () => void switchLocale(id),
    })),
  ]
}
