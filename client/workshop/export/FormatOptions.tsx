// What can be chosen for a format. Options are kept when another format is looked at in between.
import { useValue } from '@tldraw/state-react'
import { catalogEntry, type FormatName, type OptionName } from '../../../shared/export/catalog.ts'
import { paperNames } from '../../../shared/export/paper.ts'
import { journeysOf } from '../../../shared/journey/readBoardParts.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { CheckField } from '../../ui/CheckField.tsx'
import { exportWords as words } from '../../ui/exportWords.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import type { ChosenOptions } from './optionsFor.ts'

interface FormatOptionsProps {
  format: FormatName
  options: ChosenOptions
  onOptions: (options: ChosenOptions) => void
}

const ALL_MAPS = ''

export function FormatOptions({ format, options, onOptions }: FormatOptionsProps) {
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
          {has('journey') && <MapChoice options={options} onOptions={onOptions} />}
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

/** Not shown while there is one map only. */
function MapChoice({ options, onOptions }: Omit<FormatOptionsProps, 'format'>) {
  const { model } = useBoardSession()
  const journeys = useValue('maps', () => journeysOf(model.board), [model])
  if (journeys.length < 2) return null
  const { journey = ALL_MAPS, ...others } = options
  const maps = journeys.map(({ id, title }, at) => {
    return { value: id, label: title.trim() || words.untitledMap(at + 1) }
  })
  return (
    <SelectField
      label={words.map}
      options={[{ value: ALL_MAPS, label: words.allMaps }, ...maps]}
      value={maps.some(({ value }) => value === journey) ? journey : ALL_MAPS}
      onValue={(id) => onOptions(id === ALL_MAPS ? others : { ...others, journey: id })}
    />
  )
}
