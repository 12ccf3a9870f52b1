// Names of things. Branded, so that a stage's id cannot be passed where a participant's is due.
import { customAlphabet } from 'nanoid'

declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type JourneyId = Id<'journey'>
export type StageId = Id<'stage'>
export type LaneId = Id<'lane'>
export type CardId = Id<'card'>
export type ParticipantId = Id<'participant'>

/** Base 62 only: an id may stand in a file name, a URL, a tldraw record id and a fractional index. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** 16 of 62 characters are 95 bits: two people never draw the same one. */
export const ID_LENGTH = 16

const idPattern = /^[0-9A-Za-z]{1,32}$/

const draw = customAlphabet(alphabet, ID_LENGTH)

/** A fresh random id. Two calls never give the same one. */
export function newId<Name extends string = string>(): Name {
  return draw() as Name
}

/** Whether text from outside can be an id (base 62, 1–32 characters). */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && idPattern.test(text)
}
