// Everything that is known about one card (or a journey), as a form beside the map. Two people may have the same form
// open: what one enters shows in the other's at once.
import './card-details.css'
import { useEffect, useRef } from 'react'
import { type Editor, useEditor, useValue } from 'tldraw'
import { cardDefinition } from '../../../shared/journey/cards/cardKinds.ts'
import type { AnyFieldValue, Field } from '../../../shared/journey/fields.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { journeyFields } from '../../../shared/journey/schema.ts'
import { canvasWords } from '../../ui/canvasWords.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { BoardView } from '../binding/BoardView.ts'
import { type CardShape, entityIdOf } from '../shapes/journeyShapes.ts'
import { OriginLine } from '../drafts/OriginLine.tsx'
import { mayWriteIn } from '../shapes/text/writingGrace.ts'
import { useCanvas } from '../useCanvas.ts'
import { FieldEditor } from './FieldEditor.tsx'
import { PartsList } from './PartsList.tsx'
import { useIsWriting } from './useIsWriting.ts'
import { closeDetails, type DetailsSubject, detailsSubject, openDetails } from './openDetails.ts'

interface Described {
  readonly title: string
  readonly fields: Readonly<Record<string, Field>>
  readonly values: Readonly<Record<string, AnyFieldValue>>
}

export function CardDetails() {
  const editor = useEditor()
  const { binding, session } = useCanvas()
  const subject = useValue(detailsSubject(editor))
  const described = useValue('described', () => subject && describe(binding.view.get(), subject), [binding, subject])
  const mayWrite = useValue('may write', () => subject !== null && mayWriteIn(session, subject), [session, subject])
  // Rights that end while somebody writes close the form when they are done, not in the middle of a word: what comes after
  // the server's grace is kept aside by the text box itself.
  const form = useRef<HTMLFieldSetElement>(null)
  const isWriting = useIsWriting(form)
  useFollowSelection(editor)
  const isGone = subject !== null && described === null
  useEffect(() => {
    if (isGone) closeDetails(editor)
  }, [editor, isGone])
  if (!subject || !described) return null
  return (
    // tldraw takes presses and wheels on everything inside its container.
    <div
      data-part="panel"
      className="card-details"
      onPointerDown={(event) => event.stopPropagation()}
      onWheelCapture={(event) => event.stopPropagation()}
    >
      {/* The panel stays while another card takes its place in it: a new one would take the focus out of that card. */}
      <Panel
        title={described.title}
        // A field that was asked for has it by then.
        takesFocus={subject.field === undefined}
        onClose={() => closeDetails(editor)}
      >
        <fieldset ref={form} key={subject.id} className="card-details__form" disabled={!mayWrite && !isWriting}>
          {subject.root === 'cards' && <OriginLine id={subject.id} />}
          {shownFields(described, session.cards.isDraft(subject.id)).map(([name, field]) => (
            <FieldEditor
              key={name}
              place={{ root: subject.root, id: subject.id, name }}
              field={field}
              value={described.values[name] ?? null}
              takesFocus={name === subject.field}
            />
          ))}
          {mayWrite && <p className="card-details__note">{canvasWords.details.savedAtOnce}</p>}
        </fieldset>
        {subject.root === 'cards' && <PartsList id={subject.id as CardId} />}
      </Panel>
    </div>
  )
}

/** The department of a draft is for the reveal to say, by what the phase promised. */
function shownFields({ fields }: Described, isDraft: boolean): [string, Field][] {
  return Object.entries(fields).filter(([, field]) => !isDraft || field.type !== 'department')
}

function describe({ board }: BoardView, { root, id }: DetailsSubject): Described | null {
  if (root === 'journeys') {
    const journey = board.journeys.get(id as never)
    if (!journey) return null
    return { title: canvasWords.map.details, fields: journeyFields, values: journey as never }
  }
  const card = board.cards.get(id as never)
  if (!card) return null
  const definition = cardDefinition(card.kind)
  return {
    title: canvasWords.details.heading(definition.label),
    fields: definition.fields,
    values: card.fields,
  }
}

/** With the panel open, another selected card takes its place in it. */
function useFollowSelection(editor: Editor): void {
  const selected = useValue(
    'selected card',
    () => {
      const shape = editor.getOnlySelectedShape() as unknown as CardShape | null
      return shape?.type === 'card' ? entityIdOf(shape.id) : null
    },
    [editor],
  )
  useEffect(() => {
    // Opening the panel for something else than the selection (a persona) stands: only a new selection counts.
    const shown = detailsSubject(editor).get()
    if (selected !== null && shown && shown.id !== selected) openDetails(editor, { root: 'cards', id: selected })
  }, [editor, selected])
}
