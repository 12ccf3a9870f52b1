// System, light or dark, as three small buttons. In menus the same choice is a MenuChoice.
import { DarkThemeIcon, LightThemeIcon, SystemThemeIcon } from './icons.tsx'
import { Segmented } from './Segmented.tsx'
import { chooseTheme, useTheme } from './theme.ts'
import { words } from './words.ts'

export const themeOptions = [
  { value: 'system', label: words.theme.system, icon: SystemThemeIcon },
  { value: 'light', label: words.theme.light, icon: LightThemeIcon },
  { value: 'dark', label: words.theme.dark, icon: DarkThemeIcon },
] as const

export function ThemeSwitch() {
  const { choice } = useTheme()
  return <Segmented label={words.theme.label} options={themeOptions} value={choice} onValue={chooseTheme} compact />
}
