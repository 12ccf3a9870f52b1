// A file as the server makes it, without its threads.
import { fontMetrics } from '../../client/board/fontMetrics.ts'
import { renderFormat } from '../../server/export/renderers.ts'
import type { FormatName } from '../../shared/export/catalog.ts'
import type { ExportOptions } from '../../shared/export/exportOptions.ts'
import type { ExportInput } from '../../shared/export/formats.ts'
import { textsOf } from './textsOf.ts'

export async function exportedFile(
  format: FormatName,
  input: ExportInput,
  options: ExportOptions = {},
): Promise<Uint8Array> {
  const { content } = await renderFormat(format, input, options, () => Promise.resolve(fontMetrics))
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

/** What can be read in it, part by part. */
export async function exportedTexts(format: FormatName, input: ExportInput): Promise<Record<string, string>> {
  return textsOf(format, await exportedFile(format, input))
}
