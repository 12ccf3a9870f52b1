// The card somebody writes in: same paper, same place of the words, with a text box instead of the lines.
import { useState } from 'react'
import { useEditor } from 'tldraw'
import { cardDefinition } from '../../../../shared/journey/cards/cardKinds.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import type { CardMeta } from '../journeyShapes.ts'
import { leaveWriting } from '../text/leaveWriting.ts'
import { SharedTextArea } from '../text/SharedTextArea.tsx'
import { Card, type CardProps, promptOf } from './Card.tsx'
import { titleOf } from './cardTitle.ts'

/** Letters of small print that leave room for the whole hint. */
const SHORT_FOOT = 10
/** The counter shows from this share of the limit on. */
const COUNTED_FROM = 0.8

interface WrittenTitleProps {
  id: string
  props: CardProps
  meta: CardMeta
}

export function WrittenTitle({ id, props, meta }: WrittenTitleProps) {
  const editor = useEditor()
  const definition = cardDefinition(props.kind)
  const [length, setLength] = useState({ now: titleOf(props).length, max: Number.POSITIVE_INFINITY })
  // As it was when the box opened: a new value later would select everything again under the writer's hands.
  const [focus] = useState<'all' | 'end'>(() => (length.now === 0 ? 'end' : 'all'))
  const isLong = length.now >= length.max * COUNTED_FROM
  return (
    <Card
      id={null}
      props={props}
      meta={meta}
      title={
        <SharedTextArea
          root="cards"
          id={id}
          name={definition.title}
          label={definition.fields[definition.title]?.label ?? definition.label}
          placeholder={promptOf(props.kind)}
          className="board-card__text"
          focus={focus}
          onText={(text, max) => setLength({ now: text.length, max })}
          onExit={(how) => leaveWriting(editor, how)}
        />
      }
      end={
        <span className="board-card__end">
          {isLong ? (
            <span className="board-card__count">{canvasWords.text.left(length.now, length.max)}</span>
          ) : (
            <>
              <kbd>{canvasWords.text.enter}</kbd>
              {props.foot.length <= SHORT_FOOT && canvasWords.text.done}
            </>
          )}
        </span>
      }
    />
  )
}
