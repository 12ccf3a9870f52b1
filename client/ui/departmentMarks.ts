// The rule for marks is shared with the exports; the pages take it from here.
export { assignMarks, type Mark, type MarkSlot } from '../../shared/layout/departmentMarks.ts'
