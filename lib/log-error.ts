const EMAIL = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[a-z]{2,}/gi
/** Long sequences of digits with or without punctuation: CPF, CNPJ, phones, CEP. Ids do not match, because they contain letters. */
const NUMBER = /(?<![\da-f-])\+?\(?\d(?:[\s()./-]?\d){6,}(?![\da-f-])/gi

export const scrub = (text: string) => text.replace(EMAIL, '[e-mail]').replace(NUMBER, '[number]')

type SerializedError = {
  type: string
  message: string
  code?: string
  digest?: string
  at: string[]
  cause?: SerializedError
}

/** Database errors contain the values of their query, so only their code, the names of table and constraint, and the stack are logged. */
export function serializeError(error: unknown, depth = 0): SerializedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', at: [] }
  const { code, constraint, table, digest } = error as Error &
    Record<'code' | 'constraint' | 'table' | 'digest', unknown>
  const fromDatabase = 'query' in error || 'severity' in error
  const names = [table, constraint].filter((name) => typeof name === 'string').join(' ')
  return {
    type: error.name,
    message: fromDatabase ? `query failed ${names}`.trim() : scrub(error.message),
    ...(typeof code === 'string' && { code }),
    ...(typeof digest === 'string' && { digest }),
    at: frames(error),
    ...(error.cause !== undefined && depth < 3 && { cause: serializeError(error.cause, depth + 1) }),
  }
}

/** Reads only what follows the message, because a line of the message may look like a stack frame. */
function frames({ stack = '', message }: Error): string[] {
  const afterMessage = message ? stack.split(message).at(-1)! : stack
  return afterMessage
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 8)
}
