// People whose feelings came with a file: nobody of this room, so that no roster tells their department. What their file
// told of it stands in `meta`, which only the server writes; older pages leave it alone.
import type * as Y from 'yjs'
import { type EditTarget, setValue } from './edit/EditTarget.ts'
import { isId, type ParticipantId } from './ids.ts'

const PREFIX = 'department.'
/** As long as a department of the roster may be. */
const MAX_LENGTH = 80

export function readImportedDepartments(doc: Y.Doc): Map<ParticipantId, string> {
  const departments = new Map<ParticipantId, string>()
  for (const [key, value] of doc.getMap('meta').entries()) {
    const id = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : ''
    if (isId(id) && typeof value === 'string' && value.length <= MAX_LENGTH) departments.set(id as ParticipantId, value)
  }
  return departments
}

/** Stays when the feelings go: a board that is brought back finds it again. */
export function keepDepartment({ doc }: EditTarget, participantId: ParticipantId, department: string): void {
  setValue(doc.getMap('meta'), PREFIX + participantId, department)
}
