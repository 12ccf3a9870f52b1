// CJML in: what this program writes comes back, what SINTEF's programs write is taken, and nothing is left out in silence.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cjmlFormat } from '../../../../shared/export/cjml.ts'
import type { ExportInput } from '../../../../shared/export/formats.ts'
import { plainText } from '../../../../shared/export/plainText.ts'
import { applyJourneyFile } from '../../../../shared/import/applyJourneyFile.ts'
import { parseCjml } from '../../../../shared/import/cjml.ts'
import { parseJourneyFile } from '../../../../shared/import/parseJourneyFile.ts'
import { emotionConsensus } from '../../../../shared/insight/emotionConsensus.ts'
import type { Board, Journey } from '../../../../shared/journey/Board.ts'
import { readBoard } from '../../../../shared/journey/BoardModel.ts'
import { cardsOfCell, journeysOf, lanesOf, personaOf, stagesOf } from '../../../../shared/journey/readBoardParts.ts'
import { demonstrationWorkshop } from '../../../support/demonstrationWorkshop.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'
import { maximalWorkshop } from '../../../support/maximalWorkshop.ts'
import { Random } from '../../../support/Random.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const workshop = { title: 'T', departments: [], participants: [] }

function exported(input: Pick<ExportInput, 'board'>): string {
  return cjmlFormat.render({ drawings: [], workshop, nowMs: 0, ...input }) as string
}

function imported(text: string, departments: readonly string[] = []) {
  const parsed = parseCjml(bytesOf(text), departments)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  // What is made is a workshop file in every rule of those.
  expect(parseJourneyFile(JSON.stringify(parsed.file))).toMatchObject({ ok: true })
  const doc = new Y.Doc()
  applyJourneyFile({ doc, origin: 'import' }, parsed.file, 'add')
  return { board: readBoard(doc), notes: parsed.notes, file: parsed.file }
}

function problemsOf(text: string) {
  const parsed = parseCjml(bytesOf(text))
  return parsed.ok ? [] : parsed.problems
}

/** "touchpoint Invoice {…}", stage by stage, in the order of the cells. */
function mapOf(board: Board, journey: Journey) {
  const lanes = lanesOf(board, journey.id)
  return stagesOf(board, journey.id).map((stage) => {
    const cards = lanes.flatMap((lane) => cardsOfCell(board, stage, lane))
    const said = (entries: [string, unknown][]) =>
      entries.filter(([, value]) => value !== '' && value !== null && value !== false)
    return [
      stage.name,
      ...cards.map(({ kind, fields }) => ({ kind, ...Object.fromEntries(said(Object.entries(fields))) })),
    ]
  })
}

function onlyJourney(board: Board): Journey {
  const [journey] = journeysOf(board)
  if (!journey) throw new Error('no journey')
  return journey
}

describe('what this program wrote', () => {
  it('comes back: stages, persona, touchpoints, actions, steps, pains, and how it feels', () => {
    const { board } = demonstrationWorkshop().input
    const text = exported({ board })
    const { board: back, notes } = imported(text)
    expect(notes).toEqual([])
    const [before, after] = [onlyJourney(board), onlyJourney(back)]
    for (const name of ['title', 'objective', 'successMeasure', 'state'] as const)
      expect(after[name]).toBe(before[name])
    expect(personaOf(back, after)?.name).toBe('Service member about to separate')
    expect(stagesOf(back, after.id).map(({ name, period }) => [name, period])).toEqual(
      stagesOf(board, before.id).map(({ name, period }) => [name, period]),
    )
    const feelings = (of: Board, { id, persona }: Journey) =>
      emotionConsensus(of, id, persona).targets.map(({ median, reason }) => [median, reason])
    expect(feelings(back, after)).toEqual(feelings(board, before))
    // All of it, because it is written again as it was.
    expect(exported({ board: back })).toBe(text)
  })

  it('comes back as the same cards', () => {
    const drawn = drawJourney(`
                       | Find          | Buy
      customer-actions | Searches      | Pays
      touchpoints      | Shop          | Till
      pains            | Slow & <b>old | Queue
      process          |               | Booking
    `)
    const { board } = imported(exported({ board: drawn.board() }))
    expect(mapOf(board, onlyJourney(board))).toEqual([
      [
        'Find',
        { kind: 'customer-action', text: 'Searches' },
        { kind: 'customer-action', text: 'Shop' },
        { kind: 'note', text: 'Slow & <b>old', type: 'pain' },
      ],
      [
        'Buy',
        { kind: 'customer-action', text: 'Pays' },
        { kind: 'customer-action', text: 'Till' },
        { kind: 'note', text: 'Queue', type: 'pain' },
        { kind: 'process-step', title: 'Booking' },
      ],
    ])
  })

  it('of the fullest workshop nothing is refused, and what came back once comes back the same again', () => {
    const { input } = maximalWorkshop()
    const first = imported(exported(input), input.workshop.departments)
    expect(first.notes).toEqual([])
    expect(journeysOf(first.board).map(({ state }) => state)).toEqual(['to-be', 'as-is', 'as-is'])
    const second = exported(first)
    expect(exported(imported(second, input.workshop.departments))).toBe(second)
    const names = ({ stages }: Board) => [...stages.values()].map(({ name }) => plainText(name)).toSorted()
    expect(names(first.board)).toEqual(names(input.board))
  })
})

/** As SINTEF's programs write: ids with blanks, actors by id only, a plan that is not there, stamps, a receiver first. */
const theirs = `<?xml version="1.0"?>
<!-- Produced by: a program -->
<CJML version="2.0">
<actualJourney>
<journeyID>Hip operation</journeyID>
<plannedReference>PJ1</plannedReference>
<journeyPhases>
<journeyPhase phaseID =" Referral">
<phaseName> Referral</phaseName>
<phaseDescription></phaseDescription>
</journeyPhase>
<journeyPhase phaseID="Stay"><phaseName>Stay</phaseName></journeyPhase>
</journeyPhases>
<journeyStatus>done</journeyStatus>
<actors>
<endUser actorID ="Patient"/>
<serviceProvider actorID ="Hospital"/>
<serviceProvider actorID="S2"><companyName>Lab</companyName><providerType>partner</providerType></serviceProvider>
</actors>
<touchpoints>
<actualCommunicationPoint>
<touchpointID>T1</touchpointID>
<belongsTo phaseIDref ="Referral"></belongsTo><compliance>failing</compliance>
<receiver><refersTo actorIDref="Patient"/><receiverLabel>Reads the letter</receiverLabel></receiver>
<initiator><refersTo actorIDref="Hospital"/><initiatorLabel>Letter of admission</initiatorLabel></initiator>
<channel><channelName>letter</channelName></channel>
<comment>Came late
No phone number in it</comment>
<timestamps><timeOriginated>2026-01-01</timeOriginated></timestamps>
<touchpointExperience><experienceDescription>unsure</experienceDescription><experienceRating>2</experienceRating></touchpointExperience>
</actualCommunicationPoint>
<actualCommunicationPoint>
<touchpointID>D2</touchpointID>
<belongsTo phaseIDref="Stay"/>
<initiator><refersTo actorIDref="S2"/><initiatorLabel>Sends the results</initiatorLabel></initiator>
<receiver><refersTo actorIDref="Hospital"/><receiverLabel>Files the results</receiverLabel></receiver>
<channel><channelName>system</channelName></channel>
</actualCommunicationPoint>
<actualAction>
<touchpointID>T3</touchpointID>
<belongsTo phaseIDref=""></belongsTo>
<initiator><refersTo actorIDref="Patient"/><initiatorLabel>Rests</initiatorLabel></initiator>
<comment></comment>
<touchpointExperience><experienceDescription>glad</experienceDescription><experienceRating>5</experienceRating></touchpointExperience>
<category>home</category>
</actualAction>
</touchpoints>
</actualJourney>
</CJML>`

describe('what SINTEF’s programs write', () => {
  const { board, notes } = imported(theirs)
  const journey = onlyJourney(board)

  it('becomes a map', () => {
    expect(journey.title).toBe('Hip operation')
    expect(personaOf(board, journey)?.name).toBe('Patient')
    expect(mapOf(board, journey)).toEqual([
      [
        'Referral',
        {
          kind: 'touchpoint',
          title: 'Letter of admission',
          customerAction: 'Reads the letter',
          channel: 'letter',
          department: 'Hospital',
        },
        { kind: 'note', type: 'pain', text: 'Came late' },
        { kind: 'note', type: 'pain', text: 'No phone number in it' },
      ],
      [
        'Stay',
        { kind: 'customer-action', text: 'Rests' },
        { kind: 'process-step', title: 'Sends the results', actor: 'Lab', system: 'system' },
      ],
    ])
  })

  it('with ratings from 1 to 5 as −2 to +2', () => {
    const { targets } = emotionConsensus(board, journey.id, journey.persona)
    expect(targets.map(({ median, reason }) => [median, reason])).toEqual([
      [-1, 'unsure'],
      [2, 'glad'],
    ])
  })

  it('and all that has no place is named with its line', () => {
    expect(notes.map(({ line, sentence }) => `${line} ${sentence}`)).toEqual([
      '6 ‘plannedReference’ is not brought in.',
      '14 ‘journeyStatus’ is not brought in.',
      '18 ‘providerType’ is not brought in.',
      '21 That the organisation starts a touchpoint is not kept.',
      '23 ‘compliance’ is not brought in.',
      '29 ‘timestamps’ is not brought in.',
      '30 Ratings from 1 to 5 become −2 to +2.',
      '32 What the receiver does is not brought in where nobody meets the customer.',
      '39 This names no phase and comes where the one before is.',
      '45 ‘category’ is not brought in.',
    ])
  })
})

describe('a file that is wrong', () => {
  it.each<[string, string, string, number, number]>([
    ['phaseIDref="Stay"', 'phaseIDref="Stey"', 'The journey has no phase ‘Stey’.', 34, 1],
    ['<refersTo actorIDref="S2"/>', '<refersTo actorIDref="S3"/>', 'The journey has no actor ‘S3’.', 35, 12],
    ['<refersTo actorIDref="S2"/>', '<refersTo/>', 'Whose part this is is missing', 35, 12],
    ['<refersTo actorIDref="S2"/>', '', 'Whose part this is is missing', 35, 1],
    [
      '<receiver><refersTo actorIDref="Patient"/><receiverLabel>Reads the letter</receiverLabel></receiver>',
      '',
      'The receiver is missing.',
      21,
      1,
    ],
    ['phaseID="Stay"', 'phaseID="Referral"', 'The phase ‘Referral’ is there twice.', 12, 1],
    ['actorID="S2"', 'actorID="Hospital"', 'The actor ‘Hospital’ is there twice.', 18, 1],
    ['actorID="S2"', 'actorID=""', 'The actorID is missing.', 18, 1],
    ['Rests', 'R'.repeat(601), 'Its label has 601 characters; at most 600 have room.', 39, 1],
    ['Came late', 'C'.repeat(4_001), 'A line of this has 4001 characters', 27, 1],
    ['version="2.0"', 'version="3.0"', 'This file is CJML ‘3.0’; version 2.0 is read here.', 3, 1],
    ['</actors>', '</actor>', 'This end tag does not belong', 19, 1],
    ['glad', 'gl & ad', 'An & in words is written &amp;.', 44, 49],
  ])('%s as %s', (right, wrong, sentence, line, column) => {
    expect(theirs).toContain(right)
    const [first] = problemsOf(theirs.replace(right, wrong))
    expect(first).toMatchObject({ line, column, sentence: expect.stringContaining(sentence) as string })
  })

  it('has everything that is wrong listed', () => {
    const text = theirs.replaceAll('actorIDref="Hospital"', 'actorIDref="H"').replaceAll('"Stay"/>', '"Stey"/>')
    expect(problemsOf(text).map(({ line }) => line)).toEqual([25, 34, 36])
  })

  it.each([
    ['<svg/>', 'This is not a CJML file: its outermost element is ‘svg’.'],
    ['<CJML version="2.0"/>', 'There is no journey in this file.'],
    ['{"format":"journeyboard"}', 'There is no XML in this file.'],
    ['', 'There is no XML in this file.'],
  ])('%s is no such file', (text, sentence) => {
    expect(problemsOf(text).map((problem) => problem.sentence)).toEqual([sentence])
  })

  it('makes at most 20,000 cards, and says where they are too many', () => {
    const action =
      '<actualAction><initiator><refersTo actorIDref="U1"/></initiator><touchpointID>T</touchpointID></actualAction>\n'
    const file = (count: number, comment = '') =>
      `<CJML><actualJourney><actors><endUser actorID="U1"/></actors><touchpoints>\n${action.repeat(count)}${comment}</touchpoints></actualJourney></CJML>`
    expect(imported(file(20_000)).board.cards.size).toBe(20_000)
    expect(problemsOf(file(20_001))).toMatchObject([
      { line: 20_002, sentence: 'The file makes more than 20,000 cards.' },
    ])
    const many = action.replace('</actualAction>', `<comment>${'a\n'.repeat(1_000_000)}</comment></actualAction>`)
    expect(problemsOf(file(0, many))).toMatchObject([{ line: 2 }])
  })
})

describe('feelings', () => {
  const feeling = (rating: string, words: string) =>
    `<touchpointExperience><experienceDescription>${words}</experienceDescription><experienceRating>${rating}</experienceRating></touchpointExperience>`
  const file = (...ratings: string[]) =>
    `<CJML><actualJourney><actors><endUser actorID="U1"/></actors><touchpoints>${ratings
      .map(
        (rating) =>
          `<actualAction><initiator><refersTo actorIDref="U1"/><initiatorLabel>x</initiatorLabel></initiator>${rating}</actualAction>`,
      )
      .join('\n')}</touchpoints></actualJourney></CJML>`

  it('between two tenths come back as they were', () => {
    for (const value of [-1.95, -0.05, 0, 0.05, 1.1, 1.95]) {
      const { board } = imported(file(feeling(String(value), 'so')))
      const { id, persona } = onlyJourney(board)
      expect(emotionConsensus(board, id, persona).targets[0]?.median).toBeCloseTo(value, 10)
    }
  })

  it('are read in any number, and the workshop can be taken along after that', () => {
    const met = `<actualCommunicationPoint><initiator><refersTo actorIDref="U1"/></initiator><receiver><refersTo actorIDref="S1"/><receiverLabel>x</receiverLabel></receiver>${feeling('1', 'so')}</actualCommunicationPoint>`
    const text = file(feeling('1', 'so')).replace('</actors>', '<serviceProvider actorID="S1"/></actors>')
    const { board } = imported(text.replace('<touchpoints>', `<touchpoints>${met.repeat(2_100)}`))
    const { id, persona } = onlyJourney(board)
    expect(emotionConsensus(board, id, persona).targets.filter(({ median }) => median === 1)).toHaveLength(2_100)
  })

  it('that are no rating of ours keep their words as thoughts', () => {
    const long = 'w'.repeat(300)
    const { board, notes } = imported(
      file(feeling('1', long), feeling('7', 'seven'), feeling('', 'none'), feeling('-1', 'second')),
    )
    const thoughts = [...board.cards.values()].flatMap((card) => (card.kind === 'thought' ? [card.fields.text] : []))
    expect(thoughts).toEqual([long, 'seven', 'none', 'second'])
    expect(notes.map(({ sentence }) => sentence)).toContain(
      'A stage has one feeling, or one for each touchpoint; 3 have no place. Words stay as thoughts.',
    )
  })
})

describe('anything at all', () => {
  const pieces = theirs.split(/(?=<)|(?<=>)/)

  it.each([1, 2, 3, 4, 5, 6])('ends with a board or with places in the file (seed %i)', (seed) => {
    const random = new Random(seed)
    for (let round = 0; round < 60; round++) {
      const parts = [...pieces]
      for (let change = random.integer(1, 4); change > 0; change--) {
        const [at, other] = [random.below(parts.length), random.below(parts.length)]
        if (random.chance(0.4)) parts.splice(at, 1)
        else if (random.chance(0.5)) parts[at] = parts[other] ?? ''
        else parts.splice(at, 0, ...parts.slice(other, other + 3))
      }
      const text = parts.join('')
      const lines = text.split('\n').length
      const problems = problemsOf(text)
      if (problems.length === 0) imported(text)
      for (const { line, column, sentence } of problems) {
        expect(line).toBeLessThanOrEqual(lines)
        expect(Math.min(line, column, sentence.length)).toBeGreaterThan(0)
      }
    }
  })

  it.each([7, 8])('bytes of any kind are refused or read, never thrown at anybody (seed %i)', (seed) => {
    const random = new Random(seed)
    const good = bytesOf(theirs)
    for (let round = 0; round < 200; round++) {
      const bytes = random.chance(0.5)
        ? Uint8Array.from({ length: random.below(200) }, () => random.below(256))
        : good.slice(0, random.below(good.length))
      for (let change = random.below(3); change > 0 && bytes.length > 0; change--)
        bytes[random.below(bytes.length)] = random.below(256)
      expect(() => parseCjml(bytes)).not.toThrow()
    }
  })
})
