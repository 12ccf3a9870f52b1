// Pasted text as cards to make: the lane says which kind, each line is one.
import { cardDefinition } from '../../../shared/journey/cards/cardKinds.ts'
import type { LaneKind } from '../../../shared/journey/lanes.ts'
import { type CardDraft, draftFor, homeDraft } from '../tools/cardDraft.ts'

/** Most cards one paste makes; a larger table is an import. */
const MAX_ROWS = 2_000

/** Empty lines are left out. Without a lane each line is a note of an idea. */
export function readRows(text: string, lane: LaneKind | null): CardDraft[] {
  const draft = (lane && homeDraft(lane)) ?? draftFor({ kind: 'note', noteType: 'idea' }, null)
  const { title } = cardDefinition(draft.kind)
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.split('\t')[0]?.trim() ?? '')
  return lines
    .filter((line) => line !== '')
    .slice(0, MAX_ROWS)
    .map((line) => ({ kind: draft.kind, fields: { ...draft.fields, [title]: line } }))
}
