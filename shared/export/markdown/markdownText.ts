// Words of people inside Markdown: shown as they were typed, never as markup, whichever wiki reads the file.
import { oneLine, plainText } from '../plainText.ts'

/** One line in which nothing is markup. `<` and `&` as entities: many wikis let HTML through. */
export function markdownLine(text: string): string {
  return (
    oneLine(text)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll(/[\\`*_{}[\]#|~>$^]/g, (sign) => `\\${sign}`)
      // Signs that begin a list, a heading rule or a numbered item, only where they begin the line.
      .replace(/^[-+=:]/, (sign) => `\\${sign}`)
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
      // Mentions would write to people in GitHub and GitLab; a zero-width space takes their meaning.
      .replaceAll(/@(?=\w)/g, '@\u200B')
      // So would an address that starts to run on being clicked.
      .replaceAll(/\b(javascript|data|vbscript):/gi, '$1\\:')
  )
}

/** Paragraphs: the line ends that were typed stay. */
export function markdownBlock(text: string): string {
  return plainText(text)
    .split('\n')
    .map(markdownLine)
    .filter((line) => line !== '')
    .join('  \n')
}

/** A table; every cell is made safe here. */
export function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownLine).join(' | ')} |`
  return [line(columns), `| ${columns.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n')
}
