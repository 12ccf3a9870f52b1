// In the details of a merged note: the notes it is made of, whose they are, and the way out for each.
import { useValue } from 'tldraw'
import type { CardId } from '../../../shared/journey/ids.ts'
import { cardTitle } from '../../../shared/journey/readBoardParts.ts'
import { originWords } from '../../ui/privateWords.ts'
import { sortingWords } from '../../ui/sortingWords.ts'
import { DepartmentMark } from '../../ui/DepartmentMark.tsx'
import { takeOut } from '../sorting/sortEdits.ts'
import { useCanvas } from '../useCanvas.ts'

export function PartsList({ id }: { id: CardId }) {
  const { binding, session } = useCanvas()
  const { board } = useValue(binding.view)
  const maySort = useValue('may take parts out', () => session.rules.mayEditOthers && !session.rules.isHeld(id), [
    session,
    id,
  ])
  const parts = board.partsOf.get(id) ?? []
  if (parts.length === 0) return null
  return (
    <section className="parts" aria-label={sortingWords.parts(parts.length + 1)}>
      <h3 className="parts__head">{sortingWords.parts(parts.length + 1)}</h3>
      <ul>
        {[id, ...parts].map((part) => (
          <li key={part} className="parts__note">
            <Part id={part} />
            {maySort && part !== id && (
              <button
                type="button"
                className="parts__out"
                aria-label={sortingWords.takeOutNote(titleOf(part))}
                onClick={() => takeOut(session, [part])}
              >
                {sortingWords.takeOut}
              </button>
            )}
          </li>
        ))}
      </ul>
      {maySort && parts.length > 1 && (
        <button type="button" className="parts__out" onClick={() => takeOut(session, parts)}>
          {sortingWords.takeApart}
        </button>
      )}
    </section>
  )

  function titleOf(part: CardId): string {
    const card = board.cards.get(part)
    return (card && cardTitle(card)) || sortingWords.emptyNote
  }
}

/** Words, department, and the author where private writing has said who it was. */
function Part({ id }: { id: CardId }) {
  const { binding, session } = useCanvas()
  const { board } = useValue(binding.view)
  const card = board.cards.get(id)
  const department = card && 'department' in card.fields ? (card.fields.department ?? '') : ''
  const mark = useValue('mark of a part', () => (department === '' ? null : session.markOf(department)), [
    session,
    department,
  ])
  const origin = useValue('author of a part', () => originOf(session, id), [session, id])
  if (!card) return null
  return (
    <span className="parts__words">
      {cardTitle(card) || sortingWords.emptyNote}
      <span className="parts__from">
        {mark && <DepartmentMark mark={mark} size={13} />}
        {[department, origin].filter(Boolean).join(' · ')}
      </span>
    </span>
  )
}

function originOf({ connection }: ReturnType<typeof useCanvas>['session'], id: CardId): string {
  const { origins, roster } = connection.room
  const origin = origins.get()[id]
  if (!origin) return ''
  if (origin.by === null && origin.name !== undefined) return originWords({ by: origin.name, fromFile: true })
  const name = origin.by === null ? undefined : roster.get().get(origin.by)?.name
  return originWords({ by: name, late: origin.late || undefined })
}
