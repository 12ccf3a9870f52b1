// The small print of a card. Its text comes ready from the layout; only the icon is chosen here.
import { channelOf } from '../../../../shared/layout/channels.ts'
import { KpiIcon } from '../../../ui/icons.tsx'
import type { CardShape } from '../journeyShapes.ts'
import { ChannelIcon } from './ChannelIcon.tsx'

export function CardFoot({ props: { kind, foot, fields } }: { props: CardShape['props'] }) {
  if (foot === '') return null
  return (
    <div className="board-card__foot">
      {kind === 'touchpoint' && <ChannelIcon channel={channelOf(String(fields['channel'] ?? ''))} size={13} />}
      {kind === 'opportunity' && <KpiIcon size={13} />}
      <span>{foot}</span>
    </div>
  )
}
