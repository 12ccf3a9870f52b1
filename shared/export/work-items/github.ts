// GitHub has no import of files: a zip with the items as a Markdown task list, to paste into an issue, and as JSON lines
// with the fields of its interface for issues, to create one each by script.
import { strToU8 } from 'fflate'
import type { ExportFormat } from '../formats.ts'
import { markdownLine } from '../markdown/markdownText.ts'
import { oneLine, shorten } from '../plainText.ts'
import { zipFiles } from '../zipFiles.ts'
import { markdownFacts } from './gitlab.ts'
import { type WorkItem, workItemsOf } from './workItems.ts'

const MAX_TITLE = 256
const MAX_BODY = 65_536
const MAX_LABEL = 50

export const githubFormat: ExportFormat = {
  name: 'github',
  render(input) {
    const items = workItemsOf(input)
    const list = [`# ${markdownLine(input.workshop.title) || 'Workshop'}`, '', ...items.map(taskLine), ''].join('\n')
    const lines = items.map((item) => `${JSON.stringify(issueOf(item))}\n`).join('')
    return zipFiles({ 'issues.jsonl': strToU8(lines), 'issues.md': strToU8(list) })
  },
}

function taskLine({ title, kind, owner, due }: WorkItem): string {
  const small = [kind.toLowerCase(), owner, due].filter(Boolean).join(', ')
  return `- [ ] ${markdownLine(title)} (${markdownLine(small)})`
}

/** Nobody is assigned: people have no account names here. */
function issueOf(item: WorkItem) {
  const department = shorten(oneLine(item.department).replaceAll(',', ' '), MAX_LABEL)
  return {
    title: shorten(item.title, MAX_TITLE),
    body: shorten(markdownFacts(item), MAX_BODY),
    labels: [item.kind.toLowerCase(), ...(department === '' ? [] : [department])],
  }
}
