// Linear's command-line importer reads the columns of Linear's own CSV export. It takes the apostrophe before titles and
// descriptions that look like formulas away again.
import type { ExportFormat } from '../formats.ts'
import { markdownFacts } from './gitlab.ts'
import { itemFiles, shortTitle } from './itemFiles.ts'
import type { WorkItem } from './workItems.ts'

const columns = [
  'ID',
  'Team',
  'Title',
  'Description',
  'Status',
  'Estimate',
  'Priority',
  'Project',
  'Creator',
  'Assignee',
  'Labels',
  'Created',
  'Started',
  'Completed',
  'Archived',
  'Due Date',
]

export const linearFormat: ExportFormat = {
  name: 'linear',
  render: (input) => itemFiles(input, 'linear', { columns, row, maxRows: Infinity }),
}

function row(item: WorkItem): string[] {
  const values: Readonly<Record<string, string>> = {
    Title: shortTitle(item),
    Description: markdownFacts(item),
    Status: item.isStarted ? 'In Progress' : 'Todo',
    Priority: 'No priority',
    Assignee: item.owner,
    Labels: [item.kind, ...labelOf(item.department)].join(', '),
    'Due Date': item.due,
  }
  return columns.map((column) => values[column] ?? '')
}

/** The importer takes a comma for the end of a label only before a capital letter; a slash would make a group. */
function labelOf(department: string): string[] {
  const name = department.replaceAll(/[,/]/g, ' ').replaceAll(/\s+/g, ' ').trim()
  return /^[A-Z]/.test(name) ? [name] : []
}
