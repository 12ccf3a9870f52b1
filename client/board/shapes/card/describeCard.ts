// A card as a sentence for screen readers: "Touchpoint Pricing page, stage Consideration, lane Touchpoints, Marketing".
import type { Editor } from 'tldraw'
import { cardDefinition } from '../../../../shared/journey/cards/cardKinds.ts'
import { sortLabel, sortOfCard } from '../../../../shared/journey/cards/cardSorts.ts'
import { laneKindDefinitions } from '../../../../shared/journey/lanes.ts'
import { originWords, privateWords } from '../../../ui/privateWords.ts'
import { sortingWords } from '../../../ui/sortingWords.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { boardToolsOf } from '../../tools/BoardTools.ts'
import { type CardShape, entityIdOf, type JourneyShape, metaOf } from '../journeyShapes.ts'

export function describeCard(editor: Editor, card: CardShape): string {
  const { kind, fields, foot, homeless } = card.props
  const definition = cardDefinition(kind)
  const title = fields[definition.title]
  const label = sortLabel(sortOfCard(kind, fields))
  const words = [title === '' || title === undefined ? `${label} without text` : `${label} ${String(title)}`]
  words.push(...placeWords(editor, card))
  const meta = metaOf(card)
  if (meta.private) words.push(privateWords.onlyYouSpoken)
  const origin = originWords(meta)
  if (origin !== '') words.push(origin)
  const group = groupWords(editor, card)
  if (group !== '') words.push(group)
  if (homeless) words.push('its place is gone')
  if (meta.lockedBy !== undefined) words.push(`locked by ${meta.lockedBy}`)
  if (foot !== '') words.push(foot)
  const department = fields['department']
  if (typeof department === 'string' && department !== '') words.push(department)
  const flag = fields['flag']
  if (typeof flag === 'string') words.push(flag)
  return words.join(', ')
}

function groupWords(editor: Editor, card: CardShape): string {
  const board = boardToolsOf(editor)?.canvas.binding.view.get().board
  const groupId = board?.groupOf.get(entityIdOf(card.id) as CardId)
  return groupId === undefined ? '' : sortingWords.inGroup(board?.clusters.get(groupId)?.name ?? '')
}

/** Stage and lane by where the card lies: the canvas knows no other, and it is asked for one card at a time. */
function placeWords(editor: Editor, card: CardShape): string[] {
  const bounds = editor.getShapePageBounds(card)
  if (!bounds) return []
  const words: string[] = []
  let map: ReturnType<Editor['getShapePageBounds']>
  const shapes = editor.getCurrentPageShapes() as unknown as JourneyShape[]
  for (const shape of shapes) {
    if (shape.type !== 'journey-map') continue
    const sheet = editor.getShapePageBounds(shape.id)
    if (sheet?.containsPoint(bounds.center)) map = sheet
  }
  if (!map) return ['beside the map']
  for (const shape of shapes) {
    const own = shape.type === 'stage' || shape.type === 'lane' ? editor.getShapePageBounds(shape.id) : undefined
    if (!own || !map.contains(own)) continue
    if (shape.type === 'stage' && bounds.center.x >= own.minX && bounds.center.x < own.maxX)
      words.unshift(`stage ${shape.props.name || 'without name'}`)
    if (shape.type === 'lane' && bounds.center.y >= own.minY && bounds.center.y < own.maxY)
      words.push(`lane ${shape.props.title || laneKindDefinitions[shape.props.kind].label}`)
  }
  return words
}
