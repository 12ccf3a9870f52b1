// Why a file does not come in, with every place that is wrong.
import { Strip } from '../../ui/Strip.tsx'
import { words } from '../../ui/words.ts'
import type { Faults } from './useChosenFile.ts'

export function FileFaults({ faults }: { faults: Faults }) {
  const { problems = [], sentence } = faults
  const [first, second] = problems
  // Of a single one the sentence says all; of several, each has its place, also where they are faults of one kind.
  const isSaid = second === undefined && (first === undefined || sentence.includes(first.sentence))
  return (
    <div className="import__faults">
      <Strip tone="danger" boxed>
        {faults.sentence}
      </Strip>
      {!isSaid && <PlaceList places={problems} />}
    </div>
  )
}

type Places = NonNullable<Faults['problems']>

export function PlaceList({ places }: { places: Places }) {
  return (
    <ul className="import__places">
      {places.map(({ line, column, sentence }) => (
        <li key={`${line}:${column} ${sentence}`}>
          <span className="tabular">{words.files.place(line, column)}</span> {sentence}
        </li>
      ))}
    </ul>
  )
}
