// What of a short text is compared: the stems of its telling words, its letters in threes, and whether it denies
// something. Light on purpose: English and German endings, words of any other language as they are.

export interface TextFeatures {
  readonly stems: ReadonlySet<string>
  /** Groups of three letters (two where words are not set apart) as numbers, sorted, with repetitions. */
  readonly letters: Uint32Array
  readonly denies: boolean
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Say nothing about what a note is about. Without marks over letters, as they are compared. */
const fillers = words(
  'a about again all already also always am an and any are as at be been being by can come comes could ' +
    'different do does each even every far few for from get gets getting got had has have having he her his how i ' +
    'if in into is it its just lot lots made make many may me more most much my need needs of on one only or ' +
    'other our out over people really s several she should so some still such t than that the their them then ' +
    'there these they this those to too until up us various very was we were what when where which while who ' +
    'whole will with would you your ' +
    'aber alle allen alles als am an auch auf aus bei beim bin bis da dann das dass dem den der des die dies ' +
    'diese diesem diesen dieser doch dort du durch ein einige eine einem einen einer eines er es fur gibt haben ' +
    'hat ich ihr im immer in ins ist ja jede jeder jedes kann kommen kommt konnen man mehr mehrere mir mit mussen ' +
    'muss nach noch nur ob oder sehr sein seine sich sie sind so uber um und uns viel viele vielen verschiedene ' +
    'vom von vor war was weil wenn wer werden wie wieder wir wird wo zu zum zur',
)

const denials = words(
  'no not none never without nobody nothing nowhere cannot cant dont doesnt didnt isnt arent wont wasnt hasnt havent ' +
    'ohne kein keine keinem keinen keiner keines nicht nichts nie niemals niemand nirgends',
)

/** Longest first; taken off as long as a stem of three letters is left. */
const endings = (
  'ungen heiten keiten ingly lichen liche ungs heit keit lich edly ings ment ness ung ing ies ern est end ied ' +
  'ed es en er em ly e s n y'
).split(' ')
const SHORTEST_STEM = 3
/** "Verzögerungen" loses its plural and its ending; more would leave syllables. */
const MAX_CUTS = 2

export function textFeatures(text: string): TextFeatures {
  const found = plain(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = found.filter((word) => !fillers.has(word) && !denials.has(word))
  // A note of nothing but small words is compared by them.
  const stems = (telling.length > 0 ? telling : found).map(stemOf)
  return {
    stems: new Set(stems),
    letters: letterGroups(stems.join('')),
    denies: found.some((word) => denials.has(word)),
  }
}

/** Small letters without marks; "can’t" is one word. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/(?<=\p{L})['’](?=\p{L})/gu, '')
}

export function stemOf(word: string): string {
  let stem = word
  for (let cut = 0; cut < MAX_CUTS; cut++) {
    const ending = endings.find((one) => stem.endsWith(one) && stem.length - one.length >= SHORTEST_STEM)
    if (ending === undefined) break
    stem = stem.slice(0, -ending.length)
  }
  // "planned" and "plan", "submitted" and "submit".
  return stem.length > SHORTEST_STEM && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem
}

/** Scripts that set no spaces between words, and say in two signs what others say in three letters or more. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Overlapping; a text shorter than one group is one. Numbers, because they are compared half a million times. */
function letterGroups(text: string): Uint32Array {
  const letters = Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
  if (letters.length === 0) return new Uint32Array()
  const size = unspaced.test(text) ? 2 : 3
  const groups = Math.max(1, letters.length - size + 1)
  const numbers = new Uint32Array(groups)
  // Three code points do not fit into 32 bits without being mixed; a collision makes two notes a little more alike.
  for (let at = 0; at < groups; at++)
    numbers[at] = letters.slice(at, at + size).reduce((mixed, code) => (Math.imul(mixed, 65_599) + code) >>> 0, 0)
  return numbers.toSorted()
}
