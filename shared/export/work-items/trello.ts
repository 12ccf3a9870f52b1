// Trello has no import of its own; these are the headings of the most used power-up for CSV. Descriptions are Markdown.
import type { ExportFormat } from '../formats.ts'
import { markdownFacts } from './gitlab.ts'
import { itemFiles, shortTitle } from './itemFiles.ts'

export const trelloFormat: ExportFormat = {
  name: 'trello',
  render: (input) =>
    itemFiles(input, 'trello', {
      columns: [
        'Card Name',
        'Card Description',
        'Labels',
        'Members',
        'Due Date',
        'Start Date',
        'List Name',
        'Checklist',
        'Checklist item',
        'Checklist item due',
        'Checklist item member',
      ],
      maxRows: Infinity,
      row: (item) => [
        shortTitle(item),
        markdownFacts(item),
        [item.kind, item.department.replaceAll(',', ' ')].filter(Boolean).join(','),
        item.owner.replaceAll(',', ' '),
        item.due,
        '',
        item.kind === 'Opportunity' ? 'Opportunities' : item.isStarted ? 'Doing' : 'To do',
        '',
        '',
        '',
        '',
      ],
    }),
}
