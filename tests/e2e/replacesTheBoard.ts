// A person replaces the board by a file, through the dialog and the question it asks.
import { expect, type Locator } from '@playwright/test'
import type { Person } from './Person.ts'

type ChosenFile = Parameters<Locator['setInputFiles']>[0]

export async function replacesTheBoard(person: Person, file: ChosenFile): Promise<void> {
  await person.chooses(person.button('Menu'), 'Import…')
  const dialog = person.page.getByRole('dialog', { name: 'Import a file' })
  await dialog.locator('input[type=file]').setInputFiles(file)
  await dialog.getByText('Replace the board', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  // Everybody's work goes: that is asked, with what goes.
  const question = person.page.getByRole('dialog', { name: 'Replace the board?' })
  await expect(question).toContainText(/1 journey/)
  await question.getByRole('button', { name: 'Replace the board' }).click()
  await expect(person.page.getByText(/^1 journey with \d+ cards imported\.$/).first()).toBeVisible()
  await expect(person.page.getByRole('dialog')).toHaveCount(0)
}
