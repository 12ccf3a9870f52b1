import { useValue } from 'tldraw'
import { cardDefinition, type NoteType } from '../../../shared/journey/cards/cardKinds.ts'
import { boardWords } from '../../ui/boardWords.ts'
import { GainIcon, IdeaIcon, PainIcon, QuestionIcon, QuoteIcon } from '../../ui/icons.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { useBoardTools } from './BoardTools.ts'
import { ToolButton } from './ToolButton.tsx'

const drawings = [
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

/** The types of note that may be added behind one button; a single one is the button itself. */
export function NoteMenu({ types }: { types: readonly NoteType[] }) {
  const { placing } = useBoardTools()
  const offered = drawings.filter(({ type }) => types.includes(type))
  const choice = useValue('card to place', () => placing.choice.get(), [placing])
  const picked = choice?.kind === 'note' ? offered.find(({ type }) => type === choice.noteType) : undefined
  const [only] = offered
  if (only && offered.length === 1)
    return (
      <ToolButton
        icon={only.icon}
        label={labelOf(only.type)}
        shortcut="N"
        pressed={choice?.kind === 'note'}
        isMain
        onClick={() => placing.pick({ kind: 'note', noteType: only.type })}
      />
    )
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
      {offered.map(({ type, icon }) => (
        <MenuItem key={type} icon={icon} onSelect={() => placing.pick({ kind: 'note', noteType: type })}>
          {labelOf(type)}
        </MenuItem>
      ))}
    </Menu>
  )
}
