// The bar under what is selected: the next things one does with it. Stays in the size of the screen and follows the
// camera without rendering again.
import './selection-bar.css'
import { Toolbar } from 'radix-ui'
import { type KeyboardEvent, useEffect } from 'react'
import { type Editor, useEditor, useValue } from 'tldraw'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { focusCanvas } from '../../focusCanvas.ts'
import { boardToolsOf } from '../../tools/BoardTools.ts'
import { entityIdOf, type JourneyShape } from '../journeyShapes.ts'
import { CardBar } from './CardBar.tsx'
import { CardsBar } from './CardsBar.tsx'
import { ClusterBar } from './ClusterBar.tsx'
import { LaneBar, MapBar, StageBar } from './StructureBars.tsx'
import { useBarPlace } from './useBarPlace.ts'
import { forgetWhenBack, forgetWhenLeft, writtenLast } from './writtenLast.ts'

export function SelectionBar() {
  const editor = useEditor()
  const selected = useValue('shapes of the bar', () => shapesOfBar(editor), [editor])
  useEffect(() => forgetWhenLeft(editor), [editor])
  useEffect(() => forgetWhenBack(editor), [editor])
  if (selected.length === 0) return null
  return <Bar key={selected.map(({ id }) => id).join(' ')} selected={selected} />
}

function Bar({ selected }: { selected: readonly JourneyShape[] }) {
  const editor = useEditor()
  const place = useBarPlace(selected)
  const waits = useValue('bar waits', () => writtenLast(editor).get() === selected[0]?.id, [editor, selected])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    focusCanvas(editor)
  }
  return (
    <div
      ref={place}
      className={waits ? 'selection-bar__place selection-bar__place--waits' : 'selection-bar__place'}
      data-part="selection"
      // The keyboard can always go there, and brings it out.
      onFocus={() => writtenLast(editor).set(null)}
    >
      <Toolbar.Root
        className="selection-bar"
        aria-label={canvasWords.card.bar}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.stopPropagation()}
      >
        <BarContent selected={selected} />
      </Toolbar.Root>
    </div>
  )
}

function BarContent({ selected }: { selected: readonly JourneyShape[] }) {
  const [first, second] = selected
  const cards = selected.filter((shape) => shape.type === 'card')
  if (first === undefined) return null
  if (second !== undefined) return <CardsBar cards={cards} />
  switch (first.type) {
    case 'card':
      return <CardBar card={first} />
    case 'stage':
      return <StageBar stage={first} />
    case 'lane':
      return <LaneBar lane={first} />
    case 'journey-map':
      return <MapBar map={first} />
    case 'cluster':
      return <ClusterBar cluster={first} />
    case 'emotion-curve':
      return null
  }
}

const none: readonly JourneyShape[] = []

/** One shape of the map, or several cards; nothing while something moves, is written in or may not be changed. */
function shapesOfBar(editor: Editor): readonly JourneyShape[] {
  if (!editor.isIn('select.idle') || editor.getEditingShapeId() !== null) return none
  const shapes = editor.getSelectedShapes() as unknown as JourneyShape[]
  const [first] = shapes
  if (first === undefined) return none
  if (shapes.length > 1) return !editor.getIsReadonly() && shapes.every(({ type }) => type === 'card') ? shapes : none
  // While people vote on it, the bar would lie over the candidates below.
  if (first.type === 'card' && boardToolsOf(editor)?.vote.takesClicks(entityIdOf(first.id))) return none
  if (first.type === 'card') return shapes
  // Who may change nothing on the board looks at single cards.
  if (editor.getIsReadonly()) return none
  if (first.type === 'journey-map' || first.type === 'cluster') return shapes
  return (first.type === 'stage' || first.type === 'lane') && !first.props.locked ? shapes : none
}
