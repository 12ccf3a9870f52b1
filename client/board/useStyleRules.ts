// One style sheet for all cards that share a state: none of up to 3,000 mounted cards subscribes to anything or is drawn
// again, and cards that are mounted later have it too.
import { react } from '@tldraw/state'
import { useEffect } from 'react'

/** `rules` reads signals and is asked again when one changes; hand it over with `useCallback`. `name` is for debugging. */
export function useStyleRules(name: string, rules: () => string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    document.adoptedStyleSheets.push(sheet)
    let written = ''
    const stop = react(name, () => {
      // State is pushed whole and sets are new every second; the browser only hears of it when the text is another one.
      const text = rules()
      if (text === written) return
      written = text
      sheet.replaceSync(text)
    })
    return () => {
      stop()
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [name, rules])
}
