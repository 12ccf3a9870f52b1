// Departments that people name when they come in join the workshop's list, in the order in which they came: the place
// in the list is their mark for everybody.
import { MAX_DEPARTMENTS } from '../../shared/protocol/limits.ts'
import type { Workshop } from './Workshop.ts'

/**
 * The department as the list spells it. A new one is appended while there are marks left; after that it is kept with
 * the person and has no mark. Changes the workshop only when it appends.
 */
export function listDepartment(workshop: Workshop, department: string): string {
  const { departments } = workshop.info
  const folded = department.toLowerCase()
  const known = departments.find((name) => name.toLowerCase() === folded)
  if (known !== undefined) return known
  if (department !== '' && departments.length < MAX_DEPARTMENTS) {
    workshop.change({ departments: [...departments, department] })
  }
  return department
}

/** After the list was replaced: nobody who takes part loses their department, and all spell it as the list does. */
export function relistDepartments(workshop: Workshop): void {
  for (const participant of workshop.activeParticipants()) {
    const department = listDepartment(workshop, participant.department)
    if (department !== participant.department) workshop.putParticipant({ ...participant, department })
  }
}
