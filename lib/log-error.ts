const EMAIL = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[a-z]{2,}/gi
/** Long runs of digits, however punctuated: CPF, CNPJ, phones, CEP. Ids survive: their dashes stand between letters too. */
const NUMBER = /(?<![\da-f-])\+?\(?\d(?:[\s()./-]?\d){6,}(?![\da-f-])/gi

export const scrub = (text: string) => text.replace(EMAIL, '[e-mail]').replace(NUMBER, '[number]')

type Told = { type: string; message: string; code?: string; digest?: string; at: string[]; cause?: Told }

/** Database errors quote the values of their query; only their code, their names and the way to them are kept. */
export function serializeError(error: unknown, depth = 0): Told {
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

/** Behind the message only: a line of it may begin like a frame. */
function frames({ stack = '', message }: Error): string[] {
  const behind = message ? stack.split(message).at(-1)! : stack
  return behind
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 8)
}
