// Which icon stands for a channel. Channels are free text ("web, phone"); the word that comes first decides.

const channelWords = {
  portal: /portal|account|dashboard|intranet/,
  web: /web|site|online|internet|search|social|shop|landing/,
  app: /app\b|mobile|sms|text message|push/,
  school: /school|class|training|course|campus|university/,
  person: /person|store|branch|visit|face|event|meeting|counter|office|phone|call|hotline/,
} as const

/** Also the name of its icon. */
export type Channel = keyof typeof channelWords

const channelNames = Object.keys(channelWords) as readonly Channel[]

/** The channel that is named first; "web" where no word is known. */
export function channelOf(text: string): Channel {
  let found: Channel = 'web'
  let first = Number.POSITIVE_INFINITY
  const lower = text.toLowerCase()
  for (const name of channelNames) {
    const at = lower.search(channelWords[name])
    if (at >= 0 && at < first) [found, first] = [name, at]
  }
  return found
}
