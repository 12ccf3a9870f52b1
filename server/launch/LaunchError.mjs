/** Something the person at the terminal can act on. Shown as its sentence alone, without a stack. */
export class LaunchError extends Error {
  /**
   * @param {string} sentence
   * @param {number} [exitCode]
   */
  constructor(sentence, exitCode = 1) {
    super(sentence)
    this.exitCode = exitCode
  }
}

/**
 * Runs a launcher to its end and exits with what it returns; a LaunchError becomes its sentence and its code.
 *
 * @param {() => Promise<number>} launch
 */
export async function exitWith(launch) {
  try {
    process.exitCode = await launch()
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error
    if (error.message) console.error(error.message)
    process.exitCode = error.exitCode
  }
}
