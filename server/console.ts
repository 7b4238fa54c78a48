import type { Logger } from 'pino'
import { isClientAbort } from '@/lib/http/client-abort'
import { stripVTControlCharacters } from 'node:util'

/**
 * Turns the console's errors and warnings into lines of the log, under its rules. Next writes errors to the console as they are: a failed
 * query with its values. Only texts and errors are logged, and of a warning no stack.
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
