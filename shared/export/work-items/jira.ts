// Jira's CSV importer: Summary is required; a column may come twice for several values; people only by e-mail, so that
// the owner's name stands in the description. Dates: choose "yyyy-MM-dd" in the importer.
import type { ExportFormat } from '../formats.ts'
import { itemFiles, plainFacts, shortTitle } from './itemFiles.ts'

/** What everybody with access to a project may import at once; administrators may import more. */
const MAX_ROWS = 250

/** Looks like an address, which is all that Jira finds people by. */
const email = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/

export const jiraFormat: ExportFormat = {
  name: 'jira',
  render: (input) =>
    itemFiles(input, 'jira', {
      columns: ['Summary', 'Issue Type', 'Description', 'Assignee', 'Due Date', 'Labels', 'Labels'],
      maxRows: MAX_ROWS,
      row: (item) => [
        shortTitle(item),
        'Task',
        wikiText(plainFacts(item)),
        email.test(item.owner) ? item.owner : '',
        item.due,
        item.kind.toLowerCase(),
        label(item.department),
      ],
    }),
}

/** Jira reads descriptions as its wiki markup; a backslash before a sign takes its meaning. */
function wikiText(text: string): string {
  return text.replaceAll(/[{}[\]*_|!\\^~?]/g, (sign) => `\\${sign}`).replaceAll(/^(h[1-6]|bq)\./gm, '$1\\.')
}

/** Labels have no spaces. */
function label(department: string): string {
  return department.replaceAll(/\s+/g, '-')
}
