// Words of people as files may hold them. Every format but the lossless one takes text through here.

/** Without controls, half surrogate pairs and non-characters, which XML and most programs refuse; line ends as \n. */
export function plainText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]|\p{Cs}|[\uFFFE\uFFFF\uFEFF]/gu, '')
    .trim()
}

/** The same on one line. */
export function oneLine(text: string): string {
  return plainText(text).replaceAll(/\s+/g, ' ')
}

/** Plain text no longer than that many UTF-16 units; what is cut ends in an ellipsis, never in half a character. */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  if (maxLength < 1) return ''
  return `${text
    .slice(0, maxLength - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trimEnd()}…`
}
