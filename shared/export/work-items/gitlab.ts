// GitLab: the columns title and description come first, due_date may follow; others are ignored. Labels are given by a
// quick action at the end of the description, which is Markdown.
import type { ExportFormat } from '../formats.ts'
import { markdownBlock } from '../markdown/markdownText.ts'
import { itemFiles, shortTitle } from './itemFiles.ts'
import type { WorkItem } from './workItems.ts'

/** GitLab.com's limit for an uploaded file. */
const MAX_BYTES = 10_000_000

export const gitlabFormat: ExportFormat = {
  name: 'gitlab',
  render: (input) =>
    itemFiles(input, 'gitlab', {
      columns: ['title', 'description', 'due_date'],
      maxRows: Infinity,
      maxBytes: MAX_BYTES,
      row: (item) => [quiet(shortTitle(item)), `${markdownFacts(item)}\n\n${labels(item)}`, item.due],
    }),
}

/** "**Owner:** Ruth" line by line; every line begins with words of this program or with no sign that runs. */
export function markdownFacts({ facts }: WorkItem): string {
  return facts.map(([name, value]) => `**${name}:** ${quiet(markdownBlock(value))}`).join('  \n')
}

/** A line that begins with a slash would be carried out as a quick action. */
function quiet(text: string): string {
  return text.replaceAll(/^\s*\//gm, '\\/')
}

/** Names of labels stand in quotes of their own. */
function labels({ kind, department }: WorkItem): string {
  const names = [kind.toLowerCase(), department.replaceAll(/["~\\\s]+/g, ' ').trim()].filter((name) => name !== '')
  return `/label ${names.map((name) => `~"${name}"`).join(' ')}`
}
