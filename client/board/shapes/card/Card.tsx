// What a card looks like on the canvas. Up to 3,000 of them are mounted at once, so: no hooks, no zoom, no state, about
// ten nodes. Hover, far view and "is being written" are attributes set from outside (CardStates.ts) and plain CSS.
import './card.css'
import { cardDefinition } from '../../../../shared/journey/cards/cardKinds.ts'
import type { CardShape } from '../journeyShapes.ts'
import { CardFoot } from './CardFoot.tsx'
import { CardIcon } from './CardIcon.tsx'
import { cardStyles } from './cardStyles.ts'
import { CardMark } from './CardMark.tsx'

type CardProps = CardShape['props']

export function Card({ props }: { props: CardProps }) {
  const { kind, fields, lines, homeless } = props
  const style = cardStyles[kind]
  return (
    <div className={classNameOf(props)} style={style.box}>
      <CardIcon kind={kind} fields={fields} />
      <CardTitle kind={kind} lines={lines} />
      {(kind === 'note' || kind === 'touchpoint' || kind === 'action') && (
        <CardMark department={fields['department']} kind={kind} />
      )}
      <CardFoot props={props} />
      {kind === 'process-step' && <StepFlag flag={fields['flag']} />}
      {kind === 'touchpoint' && fields['momentOfTruth'] === true && <span className="board-card__truth" />}
      {homeless && <span className="board-card__badge">!</span>}
    </div>
  )
}

/** The words, line by line as the layout broke them: every browser shows the same lines. */
function CardTitle({ kind, lines }: Pick<CardProps, 'kind' | 'lines'>) {
  const isEmpty = lines.length === 0 || (lines.length === 1 && lines[0] === '')
  if (!isEmpty) return <div className="board-card__title">{lines.join('\n')}</div>
  const definition = cardDefinition(kind)
  const field = definition.fields[definition.title]
  const prompt = field?.type === 'text' ? field.placeholder : undefined
  return <div className="board-card__title board-card__title--empty">{prompt ?? definition.label}</div>
}

const flagLabels: Readonly<Record<string, string>> = {
  bottleneck: 'bottleneck',
  delay: 'delay',
  redundant: 'redundant',
  complex: 'complex',
}

function StepFlag({ flag }: { flag: unknown }) {
  const label = typeof flag === 'string' ? flagLabels[flag] : undefined
  return label === undefined ? null : <span className={`board-card__flag board-card__flag--${label}`}>{label}</span>
}

function classNameOf({ kind, fields, homeless }: CardProps): string {
  let name = `board-card board-card--${kind}`
  if (kind === 'note') name += ` board-card--${String(fields['type'] ?? 'pain')}`
  if (kind === 'process-step' && fields['flag'] === 'bottleneck') name += ' board-card--bottleneck'
  if (kind === 'action' && (fields['status'] === 'done' || fields['status'] === 'dropped')) name += ' board-card--over'
  if (homeless) name += ' board-card--homeless'
  return name
}
