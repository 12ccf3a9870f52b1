import { useEffect } from 'react'
import { words } from '../ui/words.ts'

/** Names the tab: the workshop first, because tabs are cut at the end. '' leaves the product's name alone. */
export function usePageTitle(title: string) {
  useEffect(() => {
    document.title = title === '' ? words.common.product : `${title} · ${words.common.product}`
  }, [title])
}
