// Whose the feelings of a workshop file are, closed with a key that never leaves the server: brought back into the same
// workshop, each person has their own again and counts once; everywhere else the feelings are nobody's. The same feelings
// of the same people give the same seal, so that two files of one state are the same.
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { z } from 'zod/mini'
import type { SealPeople } from '../../shared/export/formats.ts'
import { feelingsText } from '../../shared/export/fileFeelings.ts'
import type { FileEmotions, JourneyFile } from '../../shared/export/journeyFile.ts'
import type { OwnerOf } from '../../shared/import/applyJourneyFile.ts'
import { type Board, emotionEntryId, type EmotionReading } from '../../shared/journey/Board.ts'
import type { CardId, JourneyId, ParticipantId } from '../../shared/journey/ids.ts'
import type { Workshop } from '../workshop/Workshop.ts'
import { parseJson } from '../rooms/parseJson.ts'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

const peopleSchema = z.array(z.array(z.string()))

/** `key`: the workshop's, see WorkshopRecord. */
export function sealWith(key: string): SealPeople {
  return (people, feelings) => {
    const text = JSON.stringify(people)
    // Drawn from all that goes in: a nonce comes twice only for what is the same twice.
    const nonce = derive(key, 'nonce', JSON.stringify([feelings, text])).subarray(0, NONCE_BYTES)
    const cipher = createCipheriv(CIPHER, derive(key, 'cipher', ''), nonce).setAAD(Buffer.from(feelings))
    const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, closed, cipher.getAuthTag()]).toString('base64url')
  }
}

/** By journey whose its feelings are; null: another workshop's seal, or not the feelings it was made for. */
export function openSeal(key: string, seal: string, feelings: string): string[][] | null {
  const bytes = Buffer.from(seal, 'base64url')
  if (key === '' || bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv(CIPHER, derive(key, 'cipher', ''), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(feelings)).setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    const closed = bytes.subarray(NONCE_BYTES, -TAG_BYTES)
    const text = Buffer.concat([decipher.update(closed), decipher.final()]).toString()
    return peopleSchema.safeParse(parseJson(text)).data ?? null
  } catch {
    return null
  }
}

/**
 * Who of the workshop gave which feelings of the file. Files from before there were seals name people by their ids, which
 * anybody can write: they are believed where that person says on the board, as it is now, just what the file says.
 */
export function ownersIn(
  file: JourneyFile,
  workshop: Pick<Workshop, 'isWelcome'> & { readonly info: Pick<Workshop['info'], 'sealKey'> },
  board: Pick<Board, 'emotions'>,
): OwnerOf {
  const { seal = '', participants } = file.workshop
  const people = seal === '' ? null : openSeal(workshop.info.sealKey, seal, feelingsText(file.journeys))
  const roster = new Set(participants.map(({ id }) => id))
  const owners = file.journeys.map(({ id, emotions }, at) => {
    const voices = [...Map.groupBy(emotions, ({ participant }) => participant)]
    return new Map(
      voices.map(([name, said], number) => {
        const isSaid = () => roster.has(name) && said.every((entry) => isOnBoard(board, id, entry))
        const owner = people?.[at]?.[number] ?? (isSaid() ? name : null)
        return [name, owner !== null && workshop.isWelcome(owner) ? (owner as ParticipantId) : null]
      }),
    )
  })
  return (journeyAt, participant) => owners[journeyAt]?.get(participant) ?? null
}

function isOnBoard({ emotions }: Pick<Board, 'emotions'>, journeyId: string, entry: FileEmotions): boolean {
  const { persona, participant } = entry
  const id = emotionEntryId(journeyId as JourneyId, persona as CardId | null, participant as ParticipantId)
  const now: ReadonlyMap<string, EmotionReading> | undefined = emotions.get(id)?.readings
  return entry.readings.every(({ about, value, reason }) => {
    const reading = now?.get(about)
    return reading?.value === value && reading.reason === reason
  })
}

function derive(key: string, purpose: string, text: string): Buffer {
  return createHmac('sha256', key).update(`${purpose}\n${text}`).digest()
}
