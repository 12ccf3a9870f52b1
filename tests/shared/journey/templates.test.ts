import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { isCellPlace } from '../../../shared/journey/Board.ts'
import { hasCell, lanesOf, stagesOf } from '../../../shared/journey/readBoardParts.ts'
import { applyTemplate } from '../../../shared/journey/templates/applyTemplate.ts'
import { templateMetas, templateNames, templates } from '../../../shared/journey/templates/templates.ts'
import { templateNames as namesOnTheWire } from '../../../shared/protocol/api.ts'

describe('templates', () => {
  it.each(templateNames)('%s becomes one valid journey with its stages and lanes in order', (name) => {
    const doc = new Y.Doc()
    const id = applyTemplate({ doc, origin: 'server' }, name, { title: 'Leaving military service' })
    const board = readBoard(doc)

    expect([...board.journeys.keys()]).toEqual([id])
    expect(board.journeys.get(id)).toMatchObject({ title: 'Leaving military service', state: 'as-is' })
    expect(stagesOf(board, id).map((stage) => stage.name)).toEqual(templates[name].stages.map((stage) => stage.name))
    expect(lanesOf(board, id).map((lane) => lane.kind)).toEqual(templates[name].lanes.map((lane) => lane.kind))
    expect(board.quarantined.size).toBe(0)
    for (const card of board.cards.values()) if (isCellPlace(card.place)) expect(hasCell(board, card)).toBe(true)
  })

  it.each(templateNames)('%s loses none of its starting cards and has one persona', (name) => {
    const doc = new Y.Doc()
    const id = applyTemplate({ doc, origin: 'server' }, name, { title: '' })
    const board = readBoard(doc)
    const starting = templates[name].stages.flatMap((stage) => ('cards' in stage ? stage.cards : []))
    const persona = board.journeys.get(id)?.persona

    expect(board.cards.size).toBe(starting.length + 1)
    expect(persona && board.cards.get(persona)?.kind).toBe('persona')
  })

  it('is one update', () => {
    const doc = new Y.Doc()
    let updates = 0
    doc.on('update', () => updates++)
    applyTemplate({ doc, origin: 'server' }, 'saas-onboarding', { title: 'Trial' })
    expect(updates).toBe(1)
  })

  it('has a label and a description for each name of the contract', () => {
    expect(templateMetas.map((meta) => meta.name)).toEqual([...namesOnTheWire])
    for (const meta of templateMetas) expect(meta.label && meta.description).toBeTruthy()
  })
})
