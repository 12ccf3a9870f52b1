// What could not be put on the board, as text a person can read and copy. Pure; kept in the local copy as it is.
import { z } from 'zod/mini'
import { cardDefinition } from '../../shared/journey/cards/cardKinds.ts'
import type { AnyFieldValue } from '../../shared/journey/fields.ts'
import { newId } from '../../shared/journey/ids.ts'
import { connectionWords } from '../ui/connectionWords.ts'
import { type BoardEdit, titleOf } from './boardEdits.ts'

const words = connectionWords.keptAside

export const keptAsideSchema = z.object({
  id: z.string(),
  /** This browser's clock, ms since 1970. */
  atMs: z.number(),
  /** Why: the server's sentence. */
  sentence: z.string(),
  /** "New: Touchpoint", "Pain, Text" */
  what: z.string(),
  /** What the person wrote; '' for a change without words. */
  text: z.string(),
})
export type KeptAside = z.infer<typeof keptAsideSchema>

export function keepAside(edit: BoardEdit, sentence: string, nowMs: number): KeptAside {
  return { id: newId(), atMs: nowMs, sentence, ...describeEdit(edit) }
}

export function describeEdit(edit: BoardEdit): { what: string; text: string } {
  switch (edit.type) {
    case 'createStructure':
      return { what: words.added(structureWord(edit.root)), text: titleOf(edit.record) }
    case 'deleteStructure':
      return { what: words.deleted(structureWord(edit.root)), text: titleOf(edit.record) }
    case 'moveStructure':
      return { what: words.moved(structureWord(edit.root)), text: titleOf(edit.record) }
    case 'createCard':
      return { what: words.added(cardDefinition(edit.card.kind).label), text: cardText(edit.card) }
    case 'deleteCard':
      return { what: words.deleted(cardDefinition(edit.card.kind).label), text: cardText(edit.card) }
    case 'placeCard':
      return { what: words.moved(cardDefinition(edit.card.kind).label), text: cardText(edit.card) }
    case 'setField':
      return { what: words.changed(edit.what || words.board, edit.label), text: valueText(edit.value) }
    case 'setReading':
      return { what: words.reading, text: readingText(edit.reading) }
    case 'cluster':
      return describeCluster(edit)
    case 'drawing':
      return {
        what: edit.after ? words.drawing : words.deleted(words.drawing),
        text: drawingText(edit.after ?? edit.before),
      }
  }
}

function describeCluster({ before, after }: Extract<BoardEdit, { type: 'cluster' }>): { what: string; text: string } {
  const cluster = after ?? before
  const word = cluster?.kind === 'merge' ? words.merge : words.group
  const what = !before ? words.added(word) : after ? word : words.deleted(word)
  return { what, text: cluster?.name ?? '' }
}

function structureWord(root: 'journeys' | 'stages' | 'lanes'): string {
  return { journeys: words.journey, stages: words.stage, lanes: words.lane }[root]
}

/** Every text of the card, the title first, one a line. */
function cardText(card: Extract<BoardEdit, { type: 'createCard' }>['card']): string {
  const { fields, title } = cardDefinition(card.kind)
  const values = card.fields as Readonly<Record<string, AnyFieldValue>>
  const names = [title, ...Object.keys(fields).filter((name) => name !== title && fields[name]?.type === 'text')]
  return names
    .map((name) => valueText(values[name] ?? null))
    .filter((line) => line !== '')
    .join('\n')
}

function valueText(value: AnyFieldValue): string {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function readingText(reading: { readonly value: number; readonly reason: string } | null): string {
  return reading ? `${reading.value} ${reading.reason}`.trim() : ''
}

/** Words in a drawing: tldraw keeps them as rich text or as plain text, deep inside. */
function drawingText(record: unknown): string {
  const found: string[] = []
  const visit = (value: unknown, key: string) => {
    if (typeof value === 'string' && key === 'text') found.push(value)
    else if (typeof value === 'object' && value !== null)
      for (const [inner, content] of Object.entries(value)) visit(content, inner)
  }
  visit(record, '')
  return found.join('\n')
}
