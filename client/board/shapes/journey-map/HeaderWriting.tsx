// The head of the sheet while somebody writes in it: every value is a text box, Tab goes from one to the next.
import { useEffect, useRef, useState } from 'react'
import { useEditor } from 'tldraw'
import type { FieldRoot } from '../../../../shared/journey/edit/editFields.ts'
import type { CardId, JourneyId } from '../../../../shared/journey/ids.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { useCanvas } from '../../useCanvas.ts'
import { shapeElement } from '../detail/CanvasAttributes.tsx'
import { entityIdOf, type JourneyMapShape } from '../journeyShapes.ts'
import { FittedText } from '../text/FittedText.tsx'
import { leaveWriting } from '../text/leaveWriting.ts'
import { ensurePersona, personaCardOf } from './journeyEdits.ts'

type HeaderPart = 'persona' | 'wants' | 'objective' | 'successMeasure'
const parts: readonly HeaderPart[] = ['persona', 'wants', 'objective', 'successMeasure']

export function HeaderWriting({ shape }: { shape: JourneyMapShape }) {
  const { editor, session } = useCanvas()
  const journeyId = entityIdOf(shape.id) as JourneyId
  const [personaId, setPersonaId] = useState(() => personaCardOf(session, journeyId))
  const [current, setCurrent] = useState(() => partUnderPointer(editor, shape) ?? (personaId ? 'persona' : 'objective'))
  // Only who turns to the persona makes one: whoever writes the objective leaves no empty card behind.
  const turnToPersona = (part: HeaderPart) => {
    setCurrent(part)
    setPersonaId(ensurePersona(session, journeyId))
  }
  return (
    <div className="map-header__writing" data-writing>
      {parts.map((part) => (
        <div key={part} className="map-header__field">
          <div className="map-header__label">{canvasWords.map[part]}</div>
          <PartBox
            part={part}
            shape={shape}
            personaId={personaId}
            isFirst={part === current}
            onPersona={turnToPersona}
          />
        </div>
      ))}
    </div>
  )
}

interface PartBoxProps {
  part: HeaderPart
  shape: JourneyMapShape
  personaId: CardId | null
  isFirst: boolean
  onPersona: (part: HeaderPart) => void
}

function PartBox({ part, shape, personaId, isFirst, onPersona }: PartBoxProps) {
  const editor = useEditor()
  const place = placeOf(part, shape, personaId)
  const prompt = canvasWords.map[`${part}Prompt`]
  if (!place)
    return (
      <PersonaPrompt label={canvasWords.map[part]} prompt={prompt} isFirst={isFirst} onTurn={() => onPersona(part)} />
    )
  return (
    <FittedText
      {...place}
      label={canvasWords.map[part]}
      placeholder={prompt}
      className={`map-header__value${part === 'persona' ? ' map-header__value--strong' : ''}`}
      {...(isFirst ? { focus: 'all' as const } : {})}
      onExit={(how) => leaveWriting(editor, how)}
    />
  )
}

interface PersonaPromptProps {
  label: string
  prompt: string
  isFirst: boolean
  onTurn: () => void
}

/** Stands where the persona's words will be; a text box takes its place as soon as it has the focus. */
function PersonaPrompt({ label, prompt, isFirst, onTurn }: PersonaPromptProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isFirst) button.current?.focus({ preventScroll: true })
  }, [isFirst])
  return (
    <button
      ref={button}
      type="button"
      data-writing-stop
      className="map-header__value map-header__value--empty map-header__value--button"
      onPointerDown={(event) => event.stopPropagation()}
      onFocus={onTurn}
    >
      <span className="visually-hidden">{`${label}: `}</span>
      {prompt}
    </button>
  )
}

function placeOf(
  part: HeaderPart,
  { id, props }: JourneyMapShape,
  personaId: CardId | null,
): { root: FieldRoot; id: string; name: string; text: string } | null {
  if (part === 'objective') return { root: 'journeys', id: entityIdOf(id), name: 'objective', text: props.objective }
  if (part === 'successMeasure')
    return { root: 'journeys', id: entityIdOf(id), name: 'successMeasure', text: props.successMeasure }
  if (personaId === null) return null
  if (part === 'persona') return { root: 'cards', id: personaId, name: 'name', text: props.personaName }
  return { root: 'cards', id: personaId, name: 'needs', text: props.personaNeeds }
}

/** The value that was double-clicked; null when writing began by keyboard. */
function partUnderPointer(editor: ReturnType<typeof useEditor>, shape: JourneyMapShape): HeaderPart | null {
  const fields = shapeElement(editor.getContainer(), shape.id)?.querySelectorAll('.map-header__field') ?? []
  const screen = editor.getViewportScreenBounds()
  const x = editor.inputs.currentScreenPoint.x + screen.x
  const y = editor.inputs.currentScreenPoint.y + screen.y
  const at = [...fields].findIndex((field) => {
    const rect = field.getBoundingClientRect()
    return x >= rect.left && x < rect.right && y >= rect.top - 20 && y <= rect.bottom + 20
  })
  return parts[at] ?? null
}
