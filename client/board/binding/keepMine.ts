// A record in somebody's hand, and news about it: the hand keeps what it changed, the rest follows the document.
import type { TLRecord } from 'tldraw'

type Fields = Readonly<Record<string, unknown>>

/** `mine`: in the store now. `before`: what the document said when the hand took it. `news`: what it says now. */
export function keepMine(mine: TLRecord, before: TLRecord, news: TLRecord): TLRecord {
  return mergeFields(
    mine as unknown as Fields,
    before as unknown as Fields,
    news as unknown as Fields,
  ) as unknown as TLRecord
}

function mergeFields(mine: Fields, before: Fields, news: Fields): Fields {
  const merged: Record<string, unknown> = { ...news }
  for (const [key, value] of Object.entries(mine)) {
    if (key === 'props' || key === 'meta')
      merged[key] = mergeFields(asFields(value), asFields(before[key]), asFields(news[key]))
    else if (JSON.stringify(value) !== JSON.stringify(before[key])) merged[key] = value
  }
  return merged
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}
