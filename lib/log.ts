import pino, { type LoggerOptions } from 'pino'
import { scrub, serializeError } from './log-error'

/** Names of fields that may contain a person's data or a secret, at any depth of a log record. */
const PERSONAL = [
  'name',
  'email',
  'phone',
  'document',
  'address',
  'value',
  'values',
  'body',
  'password',
  'token',
  'cookie',
  'authorization',
]

export const logOptions = (level: string): LoggerOptions => ({
  level,
  base: { app: 'retrato' },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  serializers: { err: serializeError },
  redact: { paths: PERSONAL.flatMap((name) => [name, `*.${name}`]), censor: '[removed]' },
  hooks: {
    logMethod(args, method) {
      method.apply(this, args.map((arg) => (typeof arg === 'string' ? scrub(arg) : arg)) as typeof args)
    },
  },
})

/** Writes structured logs, one JSON line each, with ids and codes but without customers' data. */
export const log = pino(logOptions(process.env.LOG_LEVEL || (process.env.NODE_ENV === 'test' ? 'silent' : 'info')))
