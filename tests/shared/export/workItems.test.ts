// Work items: each tool's documented rules and limits, and nothing in words of people that a tool would run.
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { renderFormat } from '../../../server/export/renderers.ts'
import { isFormatName } from '../../../shared/export/catalog.ts'
import type { ExportInput } from '../../../shared/export/formats.ts'
import { itemFiles } from '../../../shared/export/work-items/itemFiles.ts'
import { workItemsOf } from '../../../shared/export/work-items/workItems.ts'
import { demonstrationWorkshop } from '../../support/demonstrationWorkshop.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'
import { maximalWorkshop } from '../../support/maximalWorkshop.ts'
import { parseCsv } from '../../support/parseCsv.ts'

const { input } = maximalWorkshop()
const items = workItemsOf(input)
const tools = ['jira', 'azure-devops', 'gitlab', 'linear', 'trello'] as const

function fileOf(name: string, from: ExportInput) {
  if (!isFormatName(name)) throw new Error(`no format ${name}`)
  return renderFormat(name, from, {}, () => Promise.reject(new Error('draws nothing')))
}

const textOf = async (name: string, from: ExportInput): Promise<string> => {
  const { content } = await fileOf(name, from)
  return typeof content === 'string'
    ? content
    : Object.values(unzipSync(content))
        .map((bytes) => strFromU8(bytes))
        .join('\n')
}

/** Rows by heading; of a heading that comes twice the last. */
async function rowsOf(name: string, from = input): Promise<Record<string, string>[]> {
  const [heading = [], ...rows] = parseCsv(await textOf(name, from))
  return rows.map((row) => Object.fromEntries(heading.map((column, at) => [column, row[at] ?? ''])))
}

describe.each(tools)('%s', (tool) => {
  it('has a row for each opportunity and each action still to be done', async () => {
    const rows = await rowsOf(tool)
    expect(rows).toHaveLength(items.length)
    expect(items.some(({ title }) => title.includes('first.action.cjk'))).toBe(true)
    expect(items.filter(({ kind }) => kind === 'Action').length).toBeGreaterThan(6)
  })

  it('lets no cell start a formula, and cuts no title in half', async () => {
    const cells = parseCsv(await textOf(tool, input)).flat()
    expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
    for (const row of await rowsOf(tool)) {
      const title = row['Summary'] ?? row['Title'] ?? row['title'] ?? row['Card Name'] ?? ''
      expect(title).not.toBe('')
      expect(title.length).toBeLessThanOrEqual(256)
      expect(title).not.toMatch(/[\r\n]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
    }
  })

  it('gives the same bytes twice and reads as before', async () => {
    expect(await textOf(tool, { ...maximalWorkshop().input, nowMs: 1e12 })).toBe(await textOf(tool, input))
    const golden = `../../fixtures/exports/${tool}.csv.golden`
    await expect(await textOf(tool, demonstrationWorkshop().input)).toMatchFileSnapshot(golden)
  })
})

it('done and dropped actions are no work any more', () => {
  const titles = workItemsOf(demonstrationWorkshop().input).map(({ title }) => title)
  expect(titles).toContain('File once: one intake form that both read')
  expect(titles).not.toContain('Hand out a personal checklist by date')
})

it('Jira gets people by e-mail only, labels without spaces, and words that are no markup', async () => {
  const journey = drawJourney('| Start\n opportunities | action/Build')
  const fields = journey.doc.getMap('cards').get(journey.card('Build')) as {
    get(name: string): { insert(at: number, text: string): void }
  }
  fields.get('owner').insert(0, 'ruth@example.org')
  const from = { ...input, board: journey.board(), workshop: { ...input.workshop, title: '{html}h1. x' } }
  const [row] = await rowsOf('jira', from)
  expect(row).toMatchObject({ Summary: 'Build', 'Issue Type': 'Task', Assignee: 'ruth@example.org' })
  expect(row?.['Description']).toContain(String.raw`Workshop: \{html\}h1. x`)
  for (const other of await rowsOf('jira')) expect(other['Assignee']).toBe('')
  expect((await rowsOf('jira')).every((other) => !/\s/.test(other['Labels'] ?? ''))).toBe(true)
})

it('Azure DevOps gets what it asks for and nothing it sets itself; descriptions are clean HTML', async () => {
  const rows = await rowsOf('azure-devops')
  expect(Object.keys(rows[0] ?? {})).toEqual(['Work Item Type', 'Title', 'Description', 'Tags'])
  for (const { Description = '' } of rows) expect(Description.replaceAll(/<\/?b>|<br>/g, '')).not.toMatch(/[<>]/)
})

it('GitLab gets title and description first and runs no words of people as a quick action', async () => {
  const from = { ...input, workshop: { ...input.workshop, title: 'x\n/close\n  /assign @root' } }
  const rows = await rowsOf('gitlab', from)
  expect(Object.keys(rows[0] ?? {})).toEqual(['title', 'description', 'due_date'])
  for (const { description = '', due_date = '' } of rows) {
    expect(description.split('\n').filter((line) => line.trimStart().startsWith('/'))).toHaveLength(1)
    expect(description).toMatch(/\n\/label ~"(action|opportunity)"/)
    expect(due_date).toMatch(/^(\d{4}-\d{2}-\d{2})?$/)
  }
})

it('Linear reads labels and titles as they are', async () => {
  for (const { Labels = '', Status } of await rowsOf('linear')) {
    expect(Labels).toMatch(/^(Action|Opportunity)(, [A-Z][^,/]*)?$/)
    expect(['Todo', 'In Progress']).toContain(Status)
  }
})

it('GitHub gets a task list and JSON lines within its limits', async () => {
  const { content, extension } = await fileOf('github', input)
  expect(extension).toBe('github.zip')
  const files = unzipSync(content as Uint8Array)
  const lines = strFromU8(files['issues.jsonl'] ?? new Uint8Array())
    .trimEnd()
    .split('\n')
  expect(lines).toHaveLength(items.length)
  for (const line of lines) {
    const issue = JSON.parse(line) as { title: string; body: string; labels: string[] }
    expect(issue.title.length).toBeLessThanOrEqual(256)
    expect(issue.body).not.toMatch(/<(?!br>)|@\w/)
    expect(issue.labels.every((label) => label.length <= 50)).toBe(true)
  }
  const tasks = strFromU8(files['issues.md'] ?? new Uint8Array()).split('\n')
  expect(tasks.filter((line) => line.startsWith('- [ ] '))).toHaveLength(items.length)
})

describe('more rows than a tool takes', () => {
  const table = { columns: ['Title'], row: ({ title }: { title: string }) => [title] }

  it('are several files in one zip, each with its heading', () => {
    const { content, extension } = itemFiles(input, 'tool', { ...table, maxRows: 10 })
    expect(extension).toBe('tool.zip')
    const files = Object.entries(unzipSync(content as Uint8Array))
    expect(files[0]?.[0]).toBe(`part-1-of-${Math.ceil(items.length / 10)}.csv`)
    const rows = files.map(([, bytes]) => parseCsv(strFromU8(bytes)))
    expect(rows.every(([heading]) => heading?.[0] === 'Title')).toBe(true)
    expect(rows.flatMap(([, ...rest]) => rest)).toHaveLength(items.length)
    expect(Math.max(...rows.map(({ length }) => length))).toBe(11)
  })

  it('are cut by size too, and no rows are one file with the heading alone', () => {
    const files = unzipSync(
      itemFiles(input, 'tool', { ...table, maxRows: Infinity, maxBytes: 1_000 }).content as Uint8Array,
    )
    for (const bytes of Object.values(files)) expect(bytes.length).toBeLessThanOrEqual(1_000)
    const empty = { ...input, board: { ...input.board, cards: new Map(), cells: new Map() } }
    expect(itemFiles(empty, 'tool', { ...table, maxRows: 10 })).toMatchObject({
      content: '"Title"\r\n',
      extension: 'tool.csv',
    })
  })
})
