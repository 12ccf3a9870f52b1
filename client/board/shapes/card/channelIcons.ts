// The drawing of each channel's icon; which channel a text names is the same rule as in the exports (`channelOf`).
import type { Channel } from '../../../../shared/layout/channels.ts'
import { AppIcon, type Icon, PersonIcon, PortalIcon, SchoolIcon, WebIcon } from '../../../ui/icons.tsx'

export const channelIcons: Record<Channel, Icon> = {
  portal: PortalIcon,
  web: WebIcon,
  app: AppIcon,
  school: SchoolIcon,
  person: PersonIcon,
}
