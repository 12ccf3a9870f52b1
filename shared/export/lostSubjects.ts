// Written by tests/server/export/losses.test.ts; not by hand. See losses.ts.
import type { FormatName } from './catalog.ts'
import type { LossSubject } from './losses.ts'

export const lostSubjects: Readonly<Record<FormatName, readonly LossSubject[]>> = {
  pdf: [],
  pptx: [],
  md: [],
  json: [],
  xlsx: [],
  csv: [],
  svg: [],
  png: [],
  jira: [],
  'azure-devops': [],
  gitlab: [],
  linear: [],
  trello: [],
  github: [],
}
