// The tables and the drawing of the demonstration workshop as they were last looked at: a column that comes, goes or moves
// is seen here. The other formats have theirs beside their own tests.
import { expect, it } from 'vitest'
import { demonstrationWorkshop } from '../../support/demonstrationWorkshop.ts'
import { exportedFile, exportedTexts } from '../../support/exportedFile.ts'

const { input } = demonstrationWorkshop()

it('the tables', async () => {
  const tables = Object.entries(await exportedTexts('csv', input)).filter(([name]) => name.endsWith('.csv'))
  const text = tables.map(([name, table]) => `# ${name}\n${table.replaceAll('\r\n', '\n')}`).join('\n')
  await expect(text).toMatchFileSnapshot('../../fixtures/exports/tables.csv.golden')
})

it('the drawing, one element a line', async () => {
  const svg = new TextDecoder().decode(await exportedFile('svg', input))
  const lines = svg.replaceAll('><', '>\n<')
  await expect(lines).toMatchFileSnapshot('../../fixtures/exports/map.svg.golden')
})
