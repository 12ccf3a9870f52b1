import type { Channel } from '../../../../shared/layout/channels.ts'
import { channelIcons } from './channelIcons.ts'

export function ChannelIcon({ channel, size = 16 }: { channel: Channel; size?: number }) {
  const Drawing = channelIcons[channel]
  return <Drawing size={size} />
}
