// Which code makes which format. Loaded when it is asked for: a server that nobody asks for slides never reads the
// library for slides.
import type { FormatName } from '../../shared/export/catalog.ts'
import type { ExportOptions } from '../../shared/export/exportOptions.ts'
import {
  type DrawnFormat,
  type ExportFormat,
  type ExportInput,
  renderedFile,
  type RenderedFile,
} from '../../shared/export/formats.ts'
import type { FontMetrics } from '../../shared/layout/FontMetrics.ts'

type Load<Format> = () => Promise<Format>

const pure: Readonly<Record<Exclude<FormatName, keyof typeof drawn>, Load<ExportFormat>>> = {
  md: async () => (await import('../../shared/export/markdown.ts')).markdownFormat,
  json: async () => (await import('../../shared/export/json.ts')).jsonFormat,
  xlsx: async () => (await import('../../shared/export/xlsx.ts')).xlsxFormat,
  csv: async () => (await import('../../shared/export/csv.ts')).csvFormat,
  jira: async () => (await import('../../shared/export/work-items/jira.ts')).jiraFormat,
  'azure-devops': async () => (await import('../../shared/export/work-items/azureDevOps.ts')).azureDevOpsFormat,
  gitlab: async () => (await import('../../shared/export/work-items/gitlab.ts')).gitlabFormat,
  linear: async () => (await import('../../shared/export/work-items/linear.ts')).linearFormat,
  trello: async () => (await import('../../shared/export/work-items/trello.ts')).trelloFormat,
  cjml: async () => (await import('../../shared/export/cjml.ts')).cjmlFormat,
  xes: async () => (await import('../../shared/export/xes.ts')).xesFormat,
  github: async () => (await import('../../shared/export/work-items/github.ts')).githubFormat,
}

const drawn = {
  pdf: async () => (await import('./mapFormats.ts')).pdfFormat,
  pptx: async () => (await import('./mapFormats.ts')).pptxFormat,
  svg: async () => (await import('./mapFormats.ts')).svgFormat,
  png: async () => (await import('./mapFormats.ts')).pngFormat,
} as const satisfies Partial<Record<FormatName, Load<DrawnFormat>>>

/** Whether the format needs the widths of the font. */
export function isDrawn(name: FormatName): name is keyof typeof drawn {
  return Object.hasOwn(drawn, name)
}

/** `metrics` is asked for by formats that draw only. */
export async function renderFormat(
  name: FormatName,
  input: ExportInput,
  options: ExportOptions,
  metrics: () => Promise<FontMetrics>,
): Promise<RenderedFile> {
  const rendered = isDrawn(name)
    ? await (await drawn[name]()).render(input, options, await metrics())
    : await (await pure[name]()).render(input, options)
  return renderedFile(name, rendered)
}
