// The JSON Schema of the lossless file, for others who read or write it. The server serves it at
// `/schema/journeyboard-v1.json`.
import { z } from 'zod/mini'
import { FILE_VERSION, journeyFileSchema } from './journeyFile.ts'

/** Path under which the server serves the schema of this version. */
export const JSON_SCHEMA_PATH = `/schema/journeyboard-v${FILE_VERSION}.json`

/** Draft 2020-12, made from the declarations. `io: input`: what may be left out when writing a file is optional. */
export function journeyFileJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(journeyFileSchema, { io: 'input' })
  return {
    $schema,
    title: `Journeyboard workshop, version ${FILE_VERSION}`,
    description:
      'A customer journey mapping workshop: journeys of stages, lanes and cards, feelings, free cards, drawings.',
    ...schema,
  }
}
