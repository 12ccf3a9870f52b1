import { changeDrawing, putDrawings, readDrawing, removeDrawings } from '../../../shared/journey/edit/editDrawings.ts'
import { clearReading, setReading } from '../../../shared/journey/edit/editEmotions.ts'
import { type Actor, anyWords, type Operation } from './Operation.ts'

/** Feelings are the person's own: everybody writes only under their own id. */
function readingPlace({ board, random, peer }: Actor) {
  const journeyId = random.pick([...board.journeys.keys()])
  const about = random.pick([...board.stages.keys(), ...board.cards.keys()])
  const personaId = random.chance(0.5) ? null : (random.pick([...board.cards.keys()]) ?? null)
  return journeyId && about ? { journeyId, personaId, about, participantId: peer.name as never } : null
}

const feels: Operation = (actor) => {
  const place = readingPlace(actor)
  if (!place) return null
  const reading = { value: actor.random.below(41) / 10 - 2, reason: anyWords(actor.random) }
  setReading(actor.peer.target, place, reading)
  return `feels ${reading.value} about ${place.about}`
}

const feelsNoMore: Operation = ({ board, random, peer }) => {
  const entry = random.pick([...board.emotions.values()].filter((one) => one.participantId === peer.name))
  const about = entry ? random.pick([...entry.readings.keys()]) : undefined
  if (!entry || !about) return null
  clearReading(peer.target, { ...entry, about })
  return `feels nothing about ${about}`
}

const draws: Operation = ({ random, peer, newId }) => {
  const id = random.chance(0.2) ? 'page:page' : `shape:${newId()}`
  const isPage = id === 'page:page'
  const props = isPage
    ? {}
    : { type: 'geo', x: 0, y: 0, parentId: 'page:page', props: { w: 10, h: 10, color: 'black' } }
  putDrawings(peer.target, [{ id, typeName: isPage ? 'page' : 'shape', index: 'a1', ...props, meta: {} }])
  return `draws ${id}`
}

const changes: Operation = ({ random, peer }) => {
  const before = readDrawing(peer.doc, random.pick([...peer.doc.getMap('drawings').keys()]) ?? '')
  if (!before) return null
  const props = { w: random.below(100), h: random.below(100), color: anyWords(random) }
  changeDrawing(peer.target, before, { ...before, x: random.below(1_000), y: random.below(1_000), props })
  return `changes ${before.id}`
}

const erases: Operation = ({ random, peer }) => {
  const id = random.pick([...peer.doc.getMap('drawings').keys()])
  if (!id) return null
  removeDrawings(peer.target, [id])
  return `erases ${id}`
}

export const canvasOperations: readonly Operation[] = [feels, feels, feelsNoMore, draws, changes, changes, erases]
