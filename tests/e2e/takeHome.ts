// What a person does in the export dialog, and what is in the files that their browser saves.
import { readFile } from 'node:fs/promises'
import { expect, type Locator } from '@playwright/test'
import { unzipSync } from 'fflate'
import type { Person } from './Person.ts'

export async function opensTheExport(person: Person): Promise<Locator> {
  await person.chooses(person.button('Menu'), 'Export…')
  const dialog = person.page.getByRole('dialog', { name: 'Take it home' })
  await expect(dialog).toBeVisible()
  return dialog
}

/** In the open dialog; the content of the file that the browser saves. */
export async function takes(person: Person, format: string, tool?: string): Promise<Buffer> {
  const dialog = person.page.getByRole('dialog', { name: 'Take it home' })
  await dialog.getByRole('radio', { name: format, exact: true }).check()
  if (tool !== undefined) {
    const tools = dialog.getByLabel('Which tool')
    const label = await tools.getByRole('option', { name: tool }).textContent()
    await tools.selectOption({ label: label ?? tool })
  }
  const saved = person.page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download' }).click()
  const content = await readFile(await (await saved).path())
  await expect(dialog.getByText(/: in your downloads\.$/)).toBeVisible()
  return content
}

/** Of one file in a zip. */
export function textIn(zip: Buffer, path: string): string {
  const file = unzipSync(new Uint8Array(zip))[path]
  if (!file) throw new Error(`no ${path} in it`)
  return new TextDecoder().decode(file)
}
