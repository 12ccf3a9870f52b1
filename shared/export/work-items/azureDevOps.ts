// Azure DevOps: Work Item Type and Title are required; ID, Assigned To, State and what the tool sets itself are left
// out (everything starts as New, so the owner stands in the description). Every process has the type Task.
import type { ExportFormat } from '../formats.ts'
import { itemFiles, shortTitle } from './itemFiles.ts'
import type { WorkItem } from './workItems.ts'

/** Documented limit of one import. */
const MAX_ROWS = 1_000

export const azureDevOpsFormat: ExportFormat = {
  name: 'azure-devops',
  render: (input) =>
    itemFiles(input, 'azure-devops', {
      columns: ['Work Item Type', 'Title', 'Description', 'Tags'],
      maxRows: MAX_ROWS,
      row: (item) => [
        'Task',
        shortTitle(item),
        htmlFacts(item),
        // Tags are set apart by semicolons.
        [item.kind, item.department.replaceAll(/[;,]/g, ' ')].filter(Boolean).join('; '),
      ],
    }),
}

/** The description is HTML: words of people are escaped, lines end in breaks. */
function htmlFacts({ facts }: WorkItem): string {
  return facts.map(([name, value]) => `<b>${name}:</b> ${escapeHtml(value)}`).join('<br>')
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>')
}
