// Log lines: JSON on standard error, three levels. Every line of a room carries its id; no line has a secret, a
// query string or words people typed.
import { pino } from 'pino'

export interface Log {
  /** A developer or the operator must look. */
  error(event: string, fields?: LogFields): void
  /** A change of state worth reading later. */
  info(event: string, fields?: LogFields): void
  debug(event: string, fields?: LogFields): void
}
type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

export function createLog(level: 'debug' | 'info' | 'error' | 'silent'): Log {
  // Synchronous: the last line before a crash is the one that is needed.
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  )
  return {
    error: (event, fields) => logger.error(fields ?? {}, event),
    info: (event, fields) => logger.info(fields ?? {}, event),
    debug: (event, fields) => logger.debug(fields ?? {}, event),
  }
}

/** What went wrong, for a log line: the message and not the stack of data errors. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
