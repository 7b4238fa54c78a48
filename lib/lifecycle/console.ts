import type { Logger } from 'pino'
import { stripVTControlCharacters } from 'node:util'

/**
 * Next writes what it could not answer for to the console as it is: a failed query with its values. From here on the
 * console's errors and warnings are lines of the log, under its rules; what is neither a text nor an error is left out.
 */
export function logTheConsole(log: Logger, to: Pick<Console, 'error' | 'warn'> = console): void {
  for (const level of ['error', 'warn'] as const) {
    to[level] = (...said: unknown[]) => {
      const words = said.filter((part) => typeof part === 'string').map(stripVTControlCharacters)
      log[level]({ err: said.find((part) => part instanceof Error) }, words.join(' ').trim())
    }
  }
}
