import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { csvFormat, toCsv } from '../../../shared/export/csv.ts'
import { exportFileName, type ExportInput } from '../../../shared/export/formats.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

const journey = drawJourney(`
                | Preparing (6 months before)         | Separating
  touchpoints   | Transition class; Website           | =HYPERLINK("x")
  pains         | Too much, says "everybody"          |
  process       |                                     | Claim queue
  kpi           | Claims filed                        |
  opportunities | One list; action/Build it           |
  emotion       | anna -1 overloaded; ben -2 lost; chi 0 | anna 1
`)
setField(journey.target, 'cards', journey.card('Claims filed'), 'readings', [
  { date: '2026-10-01', value: -0.5 },
  { date: '2026-11-01', value: 62 },
])
setField(journey.target, 'cards', journey.card('Build it'), 'kpi', journey.card('Claims filed'))
setField(journey.target, 'cards', journey.card('Website'), 'momentOfTruth', true)

const input: ExportInput = {
  board: journey.board(),
  drawings: [],
  workshop: {
    title: 'Leaving',
    departments: ['Labor'],
    participants: [
      { id: 'anna', name: 'Anna', department: 'Labor' },
      { id: 'ben', name: '', department: '' },
    ],
  },
  nowMs: 0,
}

function files(): Record<string, string> {
  const zip = unzipSync(csvFormat.render(input) as Uint8Array)
  return Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** Rows of a table without the ids of its map, which are long. */
const table = (name: string) => (files()[`${name}.csv`] ?? '').replace('\uFEFF', '').split('\r\n').slice(0, -1)

describe('the CSV bundle', () => {
  it('has a table for everything', () => {
    expect(Object.keys(files())).toEqual([
      'README.txt',
      'journey.csv',
      'stages.csv',
      'touchpoints.csv',
      'notes.csv',
      'customer_actions.csv',
      'thoughts.csv',
      'process_steps.csv',
      'kpis.csv',
      'opportunities.csv',
      'actions.csv',
      'personas.csv',
      'kpi_readings.csv',
      'emotion.csv',
      'clusters.csv',
      'votings.csv',
      'vote_results.csv',
      'ballots.csv',
      'participants.csv',
    ])
  })

  it('lists cards in reading order with a column for each declared field', () => {
    const [header, ...rows] = table('touchpoints')
    expect(header).toBe(
      '"touchpoint_id","journey_id","stage_id","stage","lane","position","title","customer_action","expectation","channel","department","positive_experience","negative_experience","moment_of_truth","evidence","satisfaction","importance_to_customer","importance_to_us","author"',
    )
    expect(rows.map((row) => row.split(',')[0])).toEqual(['"Transitionclass"', '"Website"', '"HYPERLINKx"'])
    expect(rows[1]).toContain('"Preparing","Touchpoints",2,"Website"')
    expect(rows[1]).toContain('"yes"')
  })

  it('names who wrote a card where that was told, guarded like every other word', () => {
    const authors = { [journey.card('Claim queue')]: '=Anna', deleted: 'Ben' }
    const zip = unzipSync(csvFormat.render({ ...input, authors }) as Uint8Array)
    const lines = Object.values(zip).flatMap((bytes) => strFromU8(bytes).split('\r\n'))
    expect(lines.filter((line) => /Anna/.test(line) && line.includes('Claim queue'))).toEqual([
      expect.stringMatching(/,"'=Anna"$/),
    ])
    expect(lines.filter((line) => line.includes('"Ben"'))).toEqual([])
  })

  it('lets no cell start a formula and doubles quotes', () => {
    expect(table('touchpoints')[3]).toContain(`"'=HYPERLINK(""x"")"`)
    expect(table('notes')[1]).toContain('"Too much, says ""everybody"""')
    expect(toCsv({ name: '', columns: ['a'], rows: [['+1'], ['-1'], ['@x'], ['\tx'], ['＝1'], [-1]] }, true)).toBe(
      `\uFEFF"a"\r\n"'+1"\r\n"'-1"\r\n"'@x"\r\n"'\tx"\r\n"'＝1"\r\n-1\r\n`,
    )
  })

  it('sums feelings up and tells nobody apart', () => {
    expect(table('emotion')).toEqual([
      '"journey_id","persona_id","stage_id","touchpoint_id","about","n","mean","median","min","max","sd","reasons"',
      '"Journey","","PreparingJourney","","Preparing",3,-1,-1,-2,0,0.82,"lost | overloaded"',
      '"Journey","","SeparatingJourney","","Separating",1,"","","","","",""',
    ])
    expect(JSON.stringify(files())).not.toContain('anna')
  })

  it('has KPI readings by date and links between cards', () => {
    expect(table('kpi_readings').slice(1)).toEqual([
      '"Claimsfiled","Claims filed","2026-10-01",-0.5',
      '"Claimsfiled","Claims filed","2026-11-01",62',
    ])
    expect(table('actions')[1]).toContain('"Claimsfiled"')
  })

  it('names people only if it is handed their names', () => {
    expect(table('participants').slice(1)).toEqual(['"Anna","Labor"', '"Participant 2",""'])
  })

  it('gives the same bytes twice', () => {
    expect(csvFormat.render(input)).toEqual(csvFormat.render({ ...input, nowMs: 1e12 }))
  })
})

it('has a mark for Excel only on request', () => {
  const first = (bom: boolean) => unzipSync(csvFormat.render(input, { bom }) as Uint8Array)['notes.csv']?.[0]
  expect(first(false)).toBe('"'.charCodeAt(0))
  expect(first(true)).toBe(0xef)
})

describe('file names', () => {
  it.each([
    ['Leaving military service', 'Leaving military service 2026-11-21.json'],
    ['a/b\\c: "d"?\u0000', 'a b c d 2026-11-21.json'],
    ['../../etc', 'etc 2026-11-21.json'],
    ['  ', 'Workshop 2026-11-21.json'],
    ['客户旅程 👩‍👩‍👧', '客户旅程 👩‍👩‍👧 2026-11-21.json'],
  ])('a file of the workshop %j is called %s', (title, name) => {
    expect(exportFileName(title, 'json', Date.UTC(2026, 10, 21, 23))).toBe(name)
  })
})
