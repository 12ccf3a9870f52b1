import { describe, expect, it } from 'vitest'
import { markdownLine } from '../../../shared/export/markdown/markdownText.ts'
import { markdownFormat } from '../../../shared/export/markdown.ts'
import { groupCards } from '../../../shared/journey/edit/editClusters.ts'
import { newId } from '../../../shared/journey/ids.ts'
import { demonstrationWorkshop } from '../../support/demonstrationWorkshop.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'
import { cardIdOf, maximalWorkshop } from '../../support/maximalWorkshop.ts'
import { SECRET_VOTER } from '../../support/maximalRounds.ts'

const render = (input: Parameters<typeof markdownFormat.render>[0]) => markdownFormat.render(input) as string

describe('the recap as Markdown', () => {
  it('reads well', async () => {
    await expect(render(demonstrationWorkshop().input)).toMatchFileSnapshot('../../fixtures/exports/recap.md.golden')
  })

  it('shows what people typed as they typed it, never as markup', () => {
    const text = render(maximalWorkshop().input)
    expect(text).not.toMatch(/[<\p{Cs}\uFFFE]|[^\P{Cc}\n]/u)
    // Every line begins with markup that this program wrote, or goes on with words that are none.
    const starts = /^(#{1,3} |- |  - |    - |\*\*|\| |Secret vote|Named vote|5 people|State: |$)/
    const lines = text.split('\n')
    const goesOn = (line: string, at: number) =>
      (lines[at - 1] ?? '').endsWith('  ') && !/^([-+*>#|=~`\s]|\d+[.)] )/.test(line)
    expect(lines.filter((line, at) => !starts.test(line) && !goesOn(line, at))).toEqual([])
    expect(text).not.toMatch(/(?<!\\)\[link\]|javascript:|@HYPERLINK/)
    expect(text).not.toContain(SECRET_VOTER)
  })

  it('has each finding once, merged notes under the one they show as', () => {
    const { input } = maximalWorkshop()
    const text = render(input)
    expect(input.board.mergedInto.has(cardIdOf('first', 'note', 'rtl'))).toBe(true)
    expect(text).not.toContain('first.note.rtl.text')
    for (const words of ['first.note.html.text', 'first.thought.emoji.text', 'homeless', 'free.note.cjk.text'])
      expect(text.split(words).length - 1, words).toBe(1)
    expect(text).toContain('- [ ] **lost** – under way')
  })

  it('puts notes of a group under its name', () => {
    const journey = drawJourney(`
                | Settling                             |
      pains     | Long waits; No receipt; Far clinics  |
    `)
    const grouped = ['Long waits', 'Far clinics'].map((words) => journey.card(words))
    groupCards(journey.target, { id: newId(), name: 'Waiting', cardIds: grouped })
    const { input } = demonstrationWorkshop()
    const text = render({ ...input, board: journey.board(), rounds: [] })
    expect(text).toContain('- **Pains**\n  - *Waiting*\n    - Long waits\n    - Far clinics\n  - No receipt')
  })

  it('gives the same bytes whenever it is asked', () => {
    const { input } = maximalWorkshop()
    expect(render({ ...input, nowMs: 1e12 })).toBe(render(input))
  })
})

it.each([
  ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
  ['1. item', '1\\. item'],
  ['- item', '\\- item'],
  ['a\nb', 'a b'],
  ['<img src=x>', '&lt;img src=x\\>'],
  ['see @anna', 'see @\u200Banna'],
])('%j is written %j', (text, written) => {
  expect(markdownLine(text)).toBe(written)
})
