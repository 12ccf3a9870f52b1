// The code by which a voter finds their ballot in the published list.
import { createHmac } from 'node:crypto'

/** Letters and digits that are not mistaken for one another when read out. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

/** "AB2C-3DEF". Nobody without the round's key can make it or lead it back; `taken` are those of other voters. */
export function makeReceipt(roundKey: string, voterId: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const bytes = createHmac('sha256', roundKey).update(`${voterId}/${attempt}`).digest()
    const letters = [...bytes.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length])
    const receipt = `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
    if (!taken.has(receipt)) return receipt
  }
}
