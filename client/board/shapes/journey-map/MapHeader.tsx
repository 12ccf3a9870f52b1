// Head of the sheet: whose journey it is, what they want, what should be reached, as it is or as it should be.
import { useValue } from 'tldraw'
import type { Board } from '../../../../shared/journey/Board.ts'
import type { CardId, JourneyId } from '../../../../shared/journey/ids.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { useCanvas } from '../../useCanvas.ts'
import { openDetails } from '../../card-details/openDetails.ts'
import { PersonaPicture } from '../card/PersonaPicture.tsx'
import { Portrait } from '../card/Portrait.tsx'
import { entityIdOf, type JourneyMapShape } from '../journeyShapes.ts'
import { HeaderMenuButton } from '../HeaderMenuButton.tsx'
import { useIsWritten } from '../text/useIsWritten.ts'
import { HeaderWriting } from './HeaderWriting.tsx'
import { personaCardOf, setJourneyState } from './journeyEdits.ts'
import { JourneyMenu } from './JourneyMenu.tsx'

export function MapHeader({ shape }: { shape: JourneyMapShape }) {
  const isWritten = useIsWritten(shape.id)
  const { session } = useCanvas()
  const mayShape = useValue('may shape', () => session.canShape.get(), [session])
  const { props } = shape
  return (
    <div className="map-header">
      <PersonaButton journeyId={entityIdOf(shape.id) as JourneyId} />
      {isWritten ? (
        <HeaderWriting shape={shape} />
      ) : (
        <>
          <HeaderField
            label={canvasWords.map.persona}
            value={props.personaName}
            prompt={canvasWords.map.personaPrompt}
            strong
          />
          <HeaderField label={canvasWords.map.wants} value={props.personaNeeds} prompt={canvasWords.map.wantsPrompt} />
          <HeaderField
            label={canvasWords.map.objective}
            value={props.objective}
            prompt={canvasWords.map.objectivePrompt}
          />
          <HeaderField
            label={canvasWords.map.successMeasure}
            value={props.successMeasure}
            prompt={canvasWords.map.successMeasurePrompt}
          />
        </>
      )}
      <StateTag shape={shape} />
      {mayShape && (
        <JourneyMenu
          id={entityIdOf(shape.id) as JourneyId}
          trigger={<HeaderMenuButton label={canvasWords.map.menu(props.title)} />}
        />
      )}
    </div>
  )
}

interface HeaderFieldProps {
  label: string
  value: string
  prompt: string
  strong?: boolean
}

function HeaderField({ label, value, prompt, strong = false }: HeaderFieldProps) {
  const tone = value === '' ? ' map-header__value--empty' : strong ? ' map-header__value--strong' : ''
  return (
    <div className="map-header__field">
      <div className="map-header__label">{label}</div>
      <div className={`map-header__value${tone}`} title={value}>
        {value || prompt}
      </div>
    </div>
  )
}

/** The picture opens the persona's details. */
function PersonaButton({ journeyId }: { journeyId: JourneyId }) {
  const { session, editor, binding } = useCanvas()
  const personaId = useValue(
    'persona',
    () => {
      binding.view.get()
      return personaCardOf(session, journeyId)
    },
    [session, binding, journeyId],
  )
  const picture = useValue('picture', () => pictureOf(binding.view.get().board, personaId), [binding, personaId])
  if (personaId === null) return <Portrait />
  return (
    <button
      type="button"
      className="map-header__portrait"
      aria-label={canvasWords.map.personaDetails}
      title={canvasWords.map.personaDetails}
      tabIndex={-1}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => openDetails(editor, { root: 'cards', id: personaId })}
    >
      <PersonaPicture hash={picture} />
    </button>
  )
}

function pictureOf(board: Board, personaId: CardId | null): string | null {
  const card = personaId === null ? undefined : board.cards.get(personaId)
  return card?.kind === 'persona' ? card.fields.picture : null
}

function StateTag({ shape }: { shape: JourneyMapShape }) {
  const { session } = useCanvas()
  const mayShape = useValue('may shape', () => session.canShape.get(), [session])
  const { state } = shape.props
  const label = canvasWords.map.states[state]
  if (!mayShape) return <span className="map-header__state">{label}</span>
  const other = state === 'as-is' ? 'to-be' : 'as-is'
  return (
    <button
      type="button"
      className="map-header__state map-header__state--button"
      title={canvasWords.map.switchState(canvasWords.map.states[other])}
      tabIndex={-1}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => setJourneyState(session, entityIdOf(shape.id) as JourneyId, other)}
    >
      {label}
    </button>
  )
}
