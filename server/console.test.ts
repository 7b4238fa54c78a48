import pino from 'pino'
import { logOptions } from '@/lib/log'
import { logConsole } from './console'

function loggedBy(write: (target: Pick<Console, 'error' | 'warn'>) => void): string {
  const lines: string[] = []
  const target = { error: () => undefined, warn: () => undefined } as Pick<Console, 'error' | 'warn'>
  logConsole(pino(logOptions('info'), { write: (line: string) => lines.push(line) }), target)
  write(target)
  return lines.join('')
}

describe('the console', () => {
  it('logs an uncaught query error without its values', () => {
    const cause = Object.assign(new Error('Key (value)=(maria@example.com) exists'), {
      severity: 'ERROR',
      code: '23505',
    })
    const query = { query: 'insert …', params: ['Maria Clara', '11144477735'] }
    const error = Object.assign(new Error('Failed query: insert …\nparams: Maria Clara,11144477735', { cause }), query)
    const line = loggedBy((target) => target.error(' \u001b[31m\u001b[1m⨯\u001b[22m\u001b[39m', error))
    expect(line).not.toMatch(/maria|11144477735/i)
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      msg: '⨯',
      err: { message: 'query failed', cause: { code: '23505' } },
    })
  })

  it('logs no object, and no e-mail address that a text contains', () => {
    const line = loggedBy((target) => target.warn('slow for', { name: 'Maria' }, 'joao@loja.com.br'))
    expect(line).not.toMatch(/maria|joao/i)
    expect(line).toContain('slow for')
  })
})
