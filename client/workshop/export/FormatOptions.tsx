// What can be chosen for a format. Options are kept when another format is looked at in between.
import { catalogEntry, type FormatName, type OptionName } from '../../../shared/export/catalog.ts'
import { paperNames } from '../../../shared/export/paper.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { CheckField } from '../../ui/CheckField.tsx'
import { exportWords as words } from '../../ui/exportWords.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import type { ChosenOptions } from './optionsFor.ts'
import { useMapChoices } from './useMapChoices.ts'

interface FormatOptionsProps {
  format: FormatName
  /** What was selected on the canvas, by its ids there. */
  selection: readonly string[]
  options: ChosenOptions
  onOptions: (options: ChosenOptions) => void
}

// No id of a map: those are letters and digits.
const ALL = ''
const SELECTION = '-'
const none: readonly string[] = []

export function FormatOptions({ format, selection, options, onOptions }: FormatOptionsProps) {
  const { options: names = [] } = catalogEntry(format)
  const has = (name: OptionName) => names.includes(name)
  return (
    <>
      {(has('paper') || has('journey')) && (
        <div className="export__options">
          {has('paper') && (
            <SelectField
              label={words.paper}
              options={paperNames.map((value) => ({ value, label: words.papers[value] }))}
              value={options.paper ?? 'A3'}
              onValue={(paper) => onOptions({ ...options, paper })}
            />
          )}
          {has('journey') && (
            <PartChoice selection={has('selection') ? selection : null} options={options} onOptions={onOptions} />
          )}
        </div>
      )}
      {has('tiled') && (
        <CheckField
          label={words.tiled}
          hint={words.tiledHint}
          checked={options.tiled ?? false}
          onChecked={(tiled) => onOptions({ ...options, tiled })}
        />
      )}
      {has('bom') && (
        <CheckField
          label={words.bom}
          hint={words.bomHint}
          checked={options.bom ?? false}
          onChecked={(bom) => onOptions({ ...options, bom })}
        />
      )}
    </>
  )
}

interface PartChoiceProps {
  /** Null: the format has maps only. */
  selection: readonly string[] | null
  options: ChosenOptions
  onOptions: (options: ChosenOptions) => void
}

/** Everything, one map, or what is selected. Not shown while there is nothing to choose. */
function PartChoice({ selection, options, onOptions }: PartChoiceProps) {
  const { doc } = useBoardSession()
  const { maps: found, selected } = useMapChoices(doc, selection ?? none)
  const hasSelection = selection !== null && selection.length > 0
  if (found.length < 2 && !hasSelection) return null
  const { journey, selection: chosen, ...others } = options
  const maps = found.map(({ id, title }, at) => ({ value: id, label: title.trim() || words.untitledMap(at + 1) }))
  const choices: { readonly value: string; readonly label: string }[] = [
    { value: ALL, label: selection === null ? words.allMaps : words.board },
    // The only map is what is on the board.
    ...(maps.length > 1 ? maps : []),
    ...(hasSelection ? [{ value: SELECTION, label: words.selection(selected) }] : []),
  ]
  const value = chosen && hasSelection ? SELECTION : (journey ?? ALL)
  return (
    <SelectField
      label={selection === null ? words.map : words.what}
      options={choices}
      value={choices.some((choice) => choice.value === value) ? value : ALL}
      onValue={(choice) => {
        if (choice === SELECTION) onOptions({ ...others, selection: [...(selection ?? [])] })
        else onOptions(choice === ALL ? others : { ...others, journey: choice })
      }}
    />
  )
}
