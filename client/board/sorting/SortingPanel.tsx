// Suggestions which notes say nearly the same, to be merged or put aside, and the groups there are.
import { useRef, useState } from 'react'
import { useValue } from 'tldraw'
import type { SimilarNotes } from '../../../shared/insight/similarity.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { sortingWords } from '../../ui/sortingWords.ts'
import { useCanvas } from '../useCanvas.ts'
import { mergeAndTell } from './mergeAndTell.ts'
import { inMapOrder } from './notesToCompare.ts'
import { showCards } from './showCards.ts'
import { useSuggestions } from './useSuggestions.ts'
import { likelyWording, WordingChoice } from './WordingChoice.tsx'

export function SortingPanel({ onClose }: { onClose: () => void }) {
  const { found, dismiss } = useSuggestions()
  const frame = useRef<HTMLDivElement>(null)
  // The button that was pressed goes with its suggestion; the keyboard stays in the panel.
  const stay = () => frame.current?.querySelector('aside')?.focus({ preventScroll: true })
  return (
    <div
      ref={frame}
      data-part="panel"
      className="sorting-panel"
      onPointerDown={(event) => event.stopPropagation()}
      onWheelCapture={(event) => event.stopPropagation()}
    >
      <Panel
        title={sortingWords.panel}
        note={
          <span role="status">{found === null ? sortingWords.looking : sortingWords.suggestions(found.length)}</span>
        }
        onClose={onClose}
      >
        {found !== null && (
          <p className="sorting-panel__lead">{found.length === 0 ? sortingWords.none : sortingWords.lead}</p>
        )}
        <ul className="sorting-panel__list">
          {found?.map((suggestion) => (
            <li key={suggestion.cardIds.join(' ')}>
              <Suggestion
                suggestion={suggestion}
                onDone={stay}
                onDismiss={() => {
                  dismiss(suggestion)
                  stay()
                }}
              />
            </li>
          ))}
        </ul>
        <GroupList />
      </Panel>
    </div>
  )
}

interface SuggestionProps {
  suggestion: SimilarNotes
  onDismiss: () => void
  /** It was merged. */
  onDone: () => void
}

function Suggestion({ suggestion, onDismiss, onDone }: SuggestionProps) {
  const canvas = useCanvas()
  const { board } = useValue(canvas.binding.view)
  const [chosen, setChosen] = useState<CardId | null>(null)
  // Found a moment ago; some may be merged or deleted by now.
  const ids = inMapOrder(board, suggestion.cardIds).filter((id) => !board.mergedInto.has(id))
  const notes = ids.flatMap((id) => board.cards.get(id) ?? [])
  const into = notes.some(({ id }) => id === chosen) ? chosen : likelyWording(notes, board.partsOf)
  if (notes.length < 2 || into === null) return null
  return (
    <section className="suggestion" aria-label={sortingWords.alike(notes.length)}>
      <h3 className="suggestion__head">{sortingWords.alike(notes.length)}</h3>
      <WordingChoice notes={notes} value={into} onValue={setChosen} label={sortingWords.keeps} />
      <div className="suggestion__buttons">
        <Button
          onClick={() => {
            mergeAndTell(canvas, into, ids)
            onDone()
          }}
        >
          {sortingWords.merge}
        </Button>
        <Button look="quiet" onClick={onDismiss}>
          {sortingWords.notTheSame}
        </Button>
        <Button look="quiet" onClick={() => showCards(canvas, ids)}>
          {sortingWords.show}
        </Button>
      </div>
    </section>
  )
}

function GroupList() {
  const canvas = useCanvas()
  const { board } = useValue(canvas.binding.view)
  const members = Map.groupBy(board.groupOf, ([, groupId]) => groupId)
  if (members.size === 0) return null
  return (
    <section className="sorting-panel__groups" aria-label={sortingWords.groups}>
      <h3 className="suggestion__head">{sortingWords.groups}</h3>
      <ul>
        {[...members].map(([groupId, cards]) => (
          <li key={groupId}>
            <button
              type="button"
              className="sorting-panel__group"
              onClick={() =>
                showCards(
                  canvas,
                  cards.map(([cardId]) => cardId),
                )
              }
            >
              <span>{board.clusters.get(groupId)?.name || sortingWords.unnamed}</span>
              <span className="tabular">{cards.length}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
