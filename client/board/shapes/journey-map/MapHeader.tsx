// Head of the sheet: whose journey it is, what they want, what should be reached, as it is or as it should be.
import { Portrait } from '../card/CardIcon.tsx'
import type { JourneyMapShape } from '../journeyShapes.ts'

export function MapHeader({ shape: { props } }: { shape: JourneyMapShape }) {
  return (
    <div className="map-header">
      <Portrait />
      <HeaderField label="Persona" value={props.personaName} prompt="Whose journey is it?" strong />
      <HeaderField label="Wants" value={props.personaNeeds} prompt="What do they need?" />
      <HeaderField label="Objective" value={props.objective} prompt="What should be reached?" />
      <HeaderField label="Success measure" value={props.successMeasure} prompt="How will we know?" />
      <span className="map-header__state">{props.state === 'as-is' ? 'As-is' : 'To-be'}</span>
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
      <div className={`map-header__value${tone}`}>{value || prompt}</div>
    </div>
  )
}
