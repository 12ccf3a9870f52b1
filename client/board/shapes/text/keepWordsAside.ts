// Words that were written after the right to write had ended: they are on nobody's board, and stay with their writer.
import { cardDefinition } from '../../../../shared/journey/cards/cardKinds.ts'
import { fieldsOf } from '../../../../shared/journey/edit/editFields.ts'
import { type CardId, newId } from '../../../../shared/journey/ids.ts'
import { connectionWords } from '../../../ui/connectionWords.ts'
import { rightsWords } from '../../../ui/rightsWords.ts'
import type { BoardSession } from '../../BoardSession.ts'
import type { TextPlace } from './TextBinding.ts'
import { whyNotWrite } from './writingGrace.ts'

/** Into the list of what was kept aside, where it can be copied from; the strip says that something is there. */
export function keepWordsAside(session: BoardSession, place: TextPlace, words: string): void {
  const { root, id, name } = place
  const { keptAside } = connectionWords
  const card = root === 'cards' ? session.model.board.cards.get(id as CardId) : undefined
  const what = card
    ? cardDefinition(card.kind).label
    : { cards: keptAside.board, journeys: keptAside.journey, stages: keptAside.stage, lanes: keptAside.lane }[root]
  const field = fieldsOf(session.edit, root, id)?.[name]?.label ?? ''
  session.connection.keepAside({
    id: newId(),
    atMs: Date.now(),
    // The right has come back meanwhile: then only the words say what it was.
    sentence: rightsWords.keptAside(whyNotWrite(session, place) ?? ''),
    what: field === '' ? what : keptAside.changed(what, field),
    text: words,
  })
}
