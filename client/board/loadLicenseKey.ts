// The operator's licence key for tldraw, if the server has one. Without it the editor works the same and shows its mark.
import { settingsSchema } from '../../shared/protocol/api.ts'

/** Not worth waiting longer for: offline the board opens from this browser's copy. */
const TIMEOUT_MS = 3000

/** Null if there is none or the server does not answer. Never throws. */
export async function loadLicenseKey(): Promise<string | null> {
  try {
    const response = await fetch('/api/settings', { signal: AbortSignal.timeout(TIMEOUT_MS) })
    return response.ok ? settingsSchema.parse(await response.json()).tldrawLicenseKey : null
  } catch {
    return null
  }
}
