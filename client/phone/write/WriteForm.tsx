// The form for a new card: stage, lane and kind as far as there is a choice, then the words. What is asked comes from
// the declarations of the kinds and from what the phase allows.
import './write.css'
import { type FormEvent, useId, useRef, useState } from 'react'
import { cardDefinition } from '../../../shared/journey/cards/cardKinds.ts'
import { laneTitle } from '../../../shared/journey/readBoardParts.ts'
import { Button } from '../../ui/Button.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { phoneWords } from '../../ui/phoneWords.ts'
import { choiceLabel } from '../cards/addChoices.ts'
import { iconOf, PaperIcon, paperOf } from '../cards/cardLook.tsx'
import { Chips } from '../Chips.tsx'
import type { NewCard } from './useNewCard.ts'

const words = phoneWords.write
/** More would push the words to be written off the screen. */
const MAX_IN_GRID = 4
/** The counter shows from this share of the limit on. */
const COUNTED_FROM = 0.8

interface WriteFormProps {
  card: NewCard
  /** Makes the card; false: it was not taken, the words stay. */
  onSend: () => boolean
}

export function WriteForm({ card, onSend }: WriteFormProps) {
  const { stages, lanes, stage, lane, choice, text, change } = card
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [problem, setProblem] = useState('')
  if (!stage || !lane || !choice) return <p className="phone-empty">{words.nothingToAdd}</p>
  const label = choiceLabel(choice)
  const definition = cardDefinition(choice.kind)
  const field = definition.fields[definition.title]
  const isMultiline = field?.type === 'text' && field.multiline === true
  const maxLength = field?.type === 'text' ? field.maxLength : undefined
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    if (text.trim() === '') setProblem(words.nothing)
    else setProblem(onSend() ? '' : words.gone)
    // The next one can be typed at once.
    box.current?.focus({ preventScroll: true })
  }
  return (
    <form className="write-form" onSubmit={send}>
      {stages.length > 1 && (
        <Chips
          label={choice.noteType === 'pain' ? words.whereItHurts : words.where}
          options={stages.map(({ id: value, name }) => ({ value, label: name || phoneWords.cards.noStage }))}
          value={stage.id}
          onValue={(stageId) => change({ stageId })}
        />
      )}
      {lanes.length > 1 && (
        <Chips
          label={words.lane}
          look={lanes.length > MAX_IN_GRID ? 'line' : 'grid'}
          options={lanes.map((one) => ({ value: one.lane.id, label: laneTitle(one.lane) }))}
          value={lane.lane.id}
          onValue={(laneId) => change({ laneId, kind: null, noteType: null })}
        />
      )}
      {lane.choices.length > 1 && (
        <Chips
          label={words.kind}
          look="line"
          options={lane.choices.map((one) => ({ value: choiceLabel(one), label: choiceLabel(one), icon: iconOf(one) }))}
          value={label}
          onValue={(name) => {
            const next = lane.choices.find((one) => choiceLabel(one) === name)
            if (next) change({ laneId: lane.lane.id, kind: next.kind, noteType: next.noteType })
          }}
        />
      )}
      <label className="phone-legend" htmlFor={id}>
        {words.text(label)}
      </label>
      <div className={`write-form__paper ${paperOf(choice)}`}>
        <PaperIcon of={choice} size={18} className="write-form__icon" />
        <textarea
          ref={box}
          id={id}
          rows={3}
          value={text}
          maxLength={maxLength}
          placeholder={field?.type === 'text' ? field.placeholder : undefined}
          enterKeyHint={isMultiline ? 'enter' : 'send'}
          aria-describedby={problem === '' ? undefined : `${id}-problem`}
          onChange={(event) => {
            setProblem('')
            change({ text: event.target.value })
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            if (!isMultiline || event.ctrlKey || event.metaKey) send(event)
          }}
        />
        {maxLength !== undefined && text.length >= maxLength * COUNTED_FROM && (
          <span className="write-form__count tabular">{words.left(text.length, maxLength)}</span>
        )}
      </div>
      {problem !== '' && (
        <p className="phone-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <Button type="submit" look="primary" size="big" icon={PlusIcon}>
        {words.send(label)}
      </Button>
    </form>
  )
}
