// Cards whose change is not on the server's disk after 3 s: dashed edge and a clock. Screen readers hear the same from the
// bar and the strip.
import { useCallback } from 'react'
import { useBoardSession } from '../../BoardSessionContext.tsx'
import { useStyleRules } from '../../useStyleRules.ts'
import { shapeIdOf } from '../journeyShapes.ts'

export function LateCards() {
  const { connection } = useBoardSession()
  useStyleRules(
    'late cards',
    useCallback(() => lateCardRules(connection.lateRecordIds.get()), [connection]),
  )
  return null
}

/** An outline, not the border: no word in the card moves by a pixel. The hands of the clock are two strips of colour. */
const edge = 'outline: 1px dashed var(--ink-3); outline-offset: -1px; border-color: transparent;'
const clock = `content: ''; position: absolute; left: -8px; top: -8px; width: 16px; height: 16px;
  border: 1.5px solid var(--ink-2); border-radius: 50%;
  background: linear-gradient(var(--ink-2) 0 0) 6px 3px / 1.5px 5px no-repeat,
    linear-gradient(var(--ink-2) 0 0) 6px 6.5px / 4px 1.5px no-repeat, var(--overlay);`

/** Style rules for these records; '' for none. Ids that are no cards match nothing. */
export function lateCardRules(ids: ReadonlySet<string>): string {
  if (ids.size === 0) return ''
  const shapes = [...ids].map((id) => `[data-shape-id=${JSON.stringify(shapeIdOf(id))}]`)
  const cards = `:is(${shapes.toSorted().join(',')}) .board-card`
  return `${cards} { ${edge} } ${cards}::after { ${clock} }`
}
