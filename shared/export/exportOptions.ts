// What people may choose for a file, with defaults that suit most: one schema for the address, the ticket and the command
// line. What a format does not know it does not look at.
import { z } from 'zod/mini'
import { paperNames } from './paper.ts'

/** An address has only text. */
const flag = z.union([
  z.boolean(),
  z.pipe(
    z.enum(['true', 'false']),
    z.transform((text) => text === 'true'),
  ),
])

/** Every card of a large board, and as many as fit into the body of a request (256 KiB). */
const MAX_SELECTED = 8_000
/** The longest is the frame of a group: three ids of 32 characters. */
const canvasId = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,100}$/))
const selection = z.array(canvasId).check(z.minLength(1), z.maxLength(MAX_SELECTED))

export const exportOptionsSchema = z.strictObject({
  /** A mark at the start of CSV files by which Excel reads them as UTF-8. */
  bom: z.optional(flag),
  paper: z.optional(z.enum(paperNames)),
  /** The map as a poster of that paper, on sheets of A4. */
  tiled: z.optional(flag),
  /** One map only, by its id. */
  journey: z.optional(z.string().check(z.regex(/^[0-9A-Za-z]{1,32}$/))),
  /** Only these, by their ids on the canvas (see svg/readSelection.ts); goes before `journey`. In an address with commas between. */
  selection: z.optional(
    z.union([
      selection,
      z.pipe(
        z.pipe(
          z.string(),
          z.transform((text) => text.split(',')),
        ),
        selection,
      ),
    ]),
  ),
})
export type ExportOptions = z.infer<typeof exportOptionsSchema>

/** As part of an address; '' for none. The same options give the same text, in whatever order they came. */
export function optionsQuery(options: ExportOptions): string {
  const pairs = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, String(value)])).toString()
}
