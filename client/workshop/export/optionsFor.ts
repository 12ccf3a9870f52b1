import { catalogEntry, type FormatName } from '../../../shared/export/catalog.ts'
import type { ExportOptions } from '../../../shared/export/exportOptions.ts'

/** What a person has chosen in the dialog, for whichever format. */
export type ChosenOptions = ExportOptions

/** Of what was chosen, that which this format has; the rest would only make its address longer. */
export function optionsFor(format: FormatName, chosen: ChosenOptions): ExportOptions {
  const { options = [] } = catalogEntry(format)
  return Object.fromEntries(
    options.flatMap((name) => (chosen[name] === undefined || chosen[name] === false ? [] : [[name, chosen[name]]])),
  )
}
