// Padding, font and corner of every kind as inline style, made once from the declarations: the same numbers the layout
// measures with, so text sits where it was broken.
import type { CSSProperties } from 'react'
import { cardDefinition, type CardKind, cardKindNames } from '../../../../shared/journey/cards/cardKinds.ts'

interface CardStyle {
  readonly box: CSSProperties
  /** Of the words alone: the text box in place needs the same metrics. */
  readonly text: CSSProperties
}

export const cardStyles = Object.fromEntries(cardKindNames.map((kind) => [kind, styleOf(kind)])) as Record<
  CardKind,
  CardStyle
>

function styleOf(kind: CardKind): CardStyle {
  const { padding, font, corner } = cardDefinition(kind).look
  const shorthand = `${font.italic ? 'italic ' : ''}${font.weight} ${font.size}px/${font.lineHeight}px var(--font)`
  return {
    box: {
      padding: `${padding.top}px ${padding.right}px ${padding.bottom}px ${padding.left}px`,
      font: shorthand,
      borderRadius: corner,
    },
    text: { font: shorthand },
  }
}
