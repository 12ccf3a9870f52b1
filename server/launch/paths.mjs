// Where things stand in the checkout. Nothing here touches the disk.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const rootDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** @param {readonly string[]} parts */
export function inRoot(...parts) {
  return join(rootDir, ...parts)
}
