// Which icon stands for a channel. Channels are free text ("web, phone"); the first word that is known decides.
import { AppIcon, type Icon, PersonIcon, PortalIcon, SchoolIcon, WebIcon } from '../../../ui/icons.tsx'

const channels = {
  portal: { words: /portal|account|dashboard|intranet/, icon: PortalIcon },
  web: { words: /web|site|online|internet|search|social|shop|landing/, icon: WebIcon },
  app: { words: /app\b|mobile|sms|text message|push/, icon: AppIcon },
  school: { words: /school|class|training|course|campus|university/, icon: SchoolIcon },
  person: { words: /person|store|branch|visit|face|event|meeting|counter|office|phone|call|hotline/, icon: PersonIcon },
} as const

export type Channel = keyof typeof channels

/** The channel that is named first; "web" where no word is known. */
export function channelOf(text: string): Channel {
  let found: Channel = 'web'
  let at = Number.POSITIVE_INFINITY
  const lower = text.toLowerCase()
  for (const name of Object.keys(channels) as Channel[]) {
    const place = lower.search(channels[name].words)
    if (place >= 0 && place < at) [found, at] = [name, place]
  }
  return found
}

export const channelIcons = Object.fromEntries(
  (Object.keys(channels) as Channel[]).map((name) => [name, channels[name].icon]),
) as Record<Channel, Icon>
