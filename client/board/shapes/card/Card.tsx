// What a card looks like on the canvas. Up to 3,000 of them are mounted at once, so: no hooks, no zoom, no state, about
// ten nodes. Hover and far view are attributes set from outside (CanvasAttributes.tsx) and plain CSS; the card that is
// being written in or shows its whole text is a second drawing above (ActiveCard.tsx).
import './card.css'
import './card-far.css'
import type { ReactNode } from 'react'
import { cardDefinition } from '../../../../shared/journey/cards/cardKinds.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { truthPaths } from '../../../../shared/layout/icons.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { LockIcon } from '../../../ui/icons.tsx'
import { originWords, privateWords } from '../../../ui/privateWords.ts'
import { type CardMeta, type CardShape, noMeta } from '../journeyShapes.ts'
import { CardLockBadge } from '../LockBadge.tsx'
import { CardFoot } from './CardFoot.tsx'
import { CardIcon } from './CardIcon.tsx'
import { CardMark } from './CardMark.tsx'
import { cardStyles } from './cardStyles.ts'

export type CardProps = CardShape['props']

interface CardDrawing {
  /** Null for a drawing that cannot be pressed. */
  id: CardId | null
  props: CardProps
  meta?: CardMeta
  /** In place of the clamped lines. */
  title?: ReactNode
  /** In place of the department's mark at the end of the foot. */
  end?: ReactNode
}

export function Card({ id, props, meta = noMeta, title, end }: CardDrawing) {
  const { kind, fields, homeless } = props
  const department = fields['department']
  return (
    <div className={`${classNameOf(props)}${classesOf(meta)}`} style={cardStyles[kind].box}>
      <CardIcon id={id} kind={kind} fields={fields} />
      {title ?? <CardTitle props={props} />}
      <CardFoot props={props} />
      {end ?? (typeof department === 'string' && department !== '' && <CardMark department={department} />)}
      {kind === 'process-step' && typeof fields['flag'] === 'string' && <StepFlag flag={fields['flag']} />}
      {kind === 'touchpoint' && fields['momentOfTruth'] === true && <MomentOfTruth />}
      {meta.private && <PrivateBadge />}
      {(meta.by !== undefined || meta.late) && <CardOrigin meta={meta} />}
      {meta.lockedBy !== undefined && <CardLockBadge by={meta.lockedBy} />}
      {homeless && (
        <span className="board-card__badge" title={canvasWords.card.homeless}>
          !
        </span>
      )}
    </div>
  )
}

/** The words, line by line as the layout broke them: every browser shows the same lines. */
function CardTitle({ props: { kind, lines } }: { props: CardProps }) {
  const isEmpty = lines.length === 0 || (lines.length === 1 && lines[0] === '')
  if (isEmpty) return <div className="board-card__title board-card__title--empty">{promptOf(kind)}</div>
  return <div className="board-card__title">{lines.join('\n')}</div>
}

/** What an empty card asks for. */
export function promptOf(kind: CardProps['kind']): string {
  const definition = cardDefinition(kind)
  const field = definition.fields[definition.title]
  return (field?.type === 'text' ? field.placeholder : undefined) ?? definition.label
}

function StepFlag({ flag }: { flag: string }) {
  const field = cardDefinition('process-step').fields['flag']
  const option = field?.type === 'choice' ? field.options.find(({ value }) => value === flag) : undefined
  if (!option) return null
  return <span className={`board-card__flag board-card__flag--${flag}`}>{option.label.toLowerCase()}</span>
}

/** A touchpoint that decides whether the customer stays. */
function MomentOfTruth() {
  return (
    <svg className="board-card__truth" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path className="board-card__truth-disc" d={truthPaths.disc} />
      <path className="board-card__truth-star" d={truthPaths.star} />
    </svg>
  )
}

function PrivateBadge() {
  return (
    <span className="board-card__badge board-card__badge--private" title={privateWords.onlyYou}>
      <LockIcon size={12} />
    </span>
  )
}

/** Who wrote a revealed note, where the phase promised it, and whether it came late. */
function CardOrigin({ meta }: { meta: CardMeta }) {
  const words = originWords(meta)
  return (
    <span className="board-card__origin" title={words}>
      {words}
    </span>
  )
}

function classesOf(meta: CardMeta): string {
  return `${meta.private ? ' board-card--private' : ''}${meta.lockedBy === undefined ? '' : ' board-card--locked'}`
}

function classNameOf({ kind, fields, homeless, foot }: CardProps): string {
  let name = `board-card board-card--${kind}`
  if (kind === 'note') name += ` board-card--${String(fields['type'] ?? 'pain')}`
  if (kind === 'note' && foot !== '') name += ' board-card--merged'
  if (kind === 'process-step' && fields['flag'] === 'bottleneck') name += ' board-card--bottleneck'
  if (kind === 'action' && (fields['status'] === 'done' || fields['status'] === 'dropped')) name += ' board-card--over'
  if (homeless) name += ' board-card--homeless'
  return name
}
