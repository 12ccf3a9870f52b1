import { words } from '../ui/words.ts'

/** What the menu offers, the lossless file first. The names of the formats are the server's. */
export const exportFormats = [
  { format: 'json', label: words.files.json },
  { format: 'csv', label: words.files.csv },
  { format: 'png', label: words.files.png },
  { format: 'svg', label: words.files.svg },
] as const
