// Text as the pieces a person sees as one: a line break or "…" never cuts inside one. A small fixed rule set (marks,
// joiners, skin tones, flags, Hangul syllables written as jamo) rather than the full Unicode algorithm, for the reason given in
// `characterClasses.ts`: the same on every machine.
import { isMark, isRegionalIndicator, isSkinTone, isTag, ZERO_WIDTH_JOINER } from './characterClasses.ts'

/** Hangul vowels and finals written one by one; they stay with the consonant before them. */
function isJamoTail(code: number): boolean {
  return code >= 0x1160 && code <= 0x11ff
}

function joinsBefore(code: number, previous: number, flagLetters: number): boolean {
  if (isMark(code) || isSkinTone(code) || isTag(code) || code === ZERO_WIDTH_JOINER || isJamoTail(code)) return true
  if (previous === ZERO_WIDTH_JOINER) return true
  return isRegionalIndicator(code) && flagLetters % 2 === 1
}

/** The pieces in order; joined they are the text again. Lone surrogates are pieces of their own. */
export function splitGraphemes(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let previous = 0
  let flagLetters = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (piece !== '' && !joinsBefore(code, previous, flagLetters)) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
    flagLetters = isRegionalIndicator(code) ? flagLetters + 1 : 0
    previous = code
  }
  if (piece !== '') pieces.push(piece)
  return pieces
}
