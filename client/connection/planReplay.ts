// After a refusal: what this browser has and the server has not, sorted into what can be done again and what is kept
// aside. The documents are only read. Costs one reading of the board (about 30 ms for 3,000 cards); refusals are rare.
import * as Y from 'yjs'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { type BoardEdit, boardEdits, editName } from './boardEdits.ts'
import { type EditRights, isAllowed } from './replayEdit.ts'

export interface ReplayPlan {
  readonly replay: readonly BoardEdit[]
  readonly aside: readonly BoardEdit[]
  /** Records this browser made unreadable for others: root and id, and their raw content. */
  readonly unreadable: readonly { readonly name: string; readonly content: string }[]
}

/**
 * `server` holds exactly the server's state, `local` the state with everything that was written here.
 * `refusedBefore`: names of edits that were already tried again and refused again.
 */
export function planReplay(
  server: Y.Doc,
  local: Y.Doc,
  rights: EditRights,
  refusedBefore: ReadonlySet<string>,
): ReplayPlan {
  // Merged as Yjs would have: where others wrote in the same text meanwhile, both are in it.
  const merged = new Y.Doc()
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(server))
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(local))
  const [before, after] = [readBoard(server), readBoard(merged)]
  const edits = boardEdits({ board: before, doc: server }, { board: after, doc: merged })
  const mayTry = (edit: BoardEdit) => isAllowed(edit, rights, before) && !refusedBefore.has(editName(edit))
  const unreadable = [...after.quarantined.keys()]
    .filter((name) => !before.quarantined.has(name))
    .map((name) => ({ name, content: rawContent(merged, name) }))
  merged.destroy()
  return { replay: edits.filter(mayTry), aside: edits.filter((edit) => !mayTry(edit)), unreadable }
}

/**
 * The document was made anew on the server (another epoch): there is no common past to merge on, so everything that was
 * unsaved is put aside. `labels` say what that was.
 */
export function unsavedEdits(local: Y.Doc, labels: ReadonlySet<string>): BoardEdit[] {
  const nothing = new Y.Doc()
  const all = boardEdits({ board: readBoard(nothing), doc: nothing }, { board: readBoard(local), doc: local })
  const names = new Set([...labels].map((label) => label.split('/').slice(0, 2).join('/')))
  return all.filter((edit) => names.has(recordName(edit)))
}

function recordName(edit: BoardEdit): string {
  switch (edit.type) {
    case 'createStructure':
    case 'deleteStructure':
    case 'moveStructure':
      return `${edit.root}/${edit.record.id}`
    case 'createCard':
    case 'deleteCard':
    case 'placeCard':
      return `cards/${edit.card.id}`
    case 'setField':
      return `${edit.root}/${edit.id}`
    case 'setReading':
      return `emotions/${edit.entry.id}`
    case 'cluster':
      return `clusters/${edit.id}`
    case 'drawing':
      return `drawings/${edit.id}`
  }
}

function rawContent(doc: Y.Doc, name: string): string {
  const [root, id] = name.split('/')
  const record = root === undefined || id === undefined ? undefined : doc.getMap(root).get(id)
  return JSON.stringify(record instanceof Y.AbstractType ? record.toJSON() : record) ?? ''
}
