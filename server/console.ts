import type { Logger } from 'pino'
import { isClientAbort } from '@/lib/http/client-abort'
import { stripVTControlCharacters } from 'node:util'

/**
 * Sends the console's errors and warnings to the log, which removes personal data. Next writes errors to the console unchanged, for example a
 * failed query with its values. Only texts and errors are logged; for a warning, only its first line.
 */
export function logConsole(log: Logger, target: Pick<Console, 'error' | 'warn'> = console): void {
  const textOf = (args: unknown[]) =>
    args
      .filter((part) => typeof part === 'string')
      .map(stripVTControlCharacters)
      .join(' ')
      .trim()
  const errorIn = (args: unknown[]) => args.find((part) => part instanceof Error)
  target.error = (...args: unknown[]) => {
    if (args.some(isClientAbort)) log.info('the client closed the connection')
    else log.error({ err: errorIn(args) }, textOf(args))
  }
  target.warn = (...args: unknown[]) => log.warn(textOf(args) || errorIn(args)?.message.split('\n')[0])
}
