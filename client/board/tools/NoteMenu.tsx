import { useValue } from 'tldraw'
import { cardDefinition } from '../../../shared/journey/cards/cardKinds.ts'
import { boardWords } from '../../ui/boardWords.ts'
import { GainIcon, IdeaIcon, PainIcon, QuestionIcon, QuoteIcon } from '../../ui/icons.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { useBoardTools } from './BoardTools.ts'

const noteTypes = [
  { type: 'pain', icon: PainIcon },
  { type: 'gain', icon: GainIcon },
  { type: 'idea', icon: IdeaIcon },
  { type: 'question', icon: QuestionIcon },
  { type: 'quote', icon: QuoteIcon },
] as const

function labelOf(type: string): string {
  const field = cardDefinition('note').fields['type']
  const option = field?.type === 'choice' ? field.options.find(({ value }) => value === type) : undefined
  return option?.label ?? type
}

/** The five kinds of sticky note behind one button. */
export function NoteMenu() {
  const { placing } = useBoardTools()
  const choice = useValue('card to place', () => placing.choice.get(), [placing])
  const picked = choice?.kind === 'note' ? noteTypes.find(({ type }) => type === choice.noteType) : undefined
  const Drawing = picked?.icon ?? PainIcon
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className="tool" aria-pressed={picked !== undefined} aria-keyshortcuts="N">
          <Drawing size={18} />
          <span>{picked ? labelOf(picked.type) : boardWords.tools.note} ▾</span>
        </button>
      }
    >
      {noteTypes.map(({ type, icon }) => (
        <MenuItem key={type} icon={icon} onSelect={() => placing.pick({ kind: 'note', noteType: type })}>
          {labelOf(type)}
        </MenuItem>
      ))}
    </Menu>
  )
}
