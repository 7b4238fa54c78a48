import pino from 'pino'
import { logOptions } from './log'

function logged(write: (log: pino.Logger) => void): string {
  const lines: string[] = []
  write(pino(logOptions('info'), { write: (line: string) => lines.push(line) }))
  return lines.join('')
}

describe('the log', () => {
  it('logs a failed query without its values', () => {
    const cause = Object.assign(new Error('duplicate key: (value)=(maria@example.com)'), {
      severity: 'ERROR',
      code: '23505',
      constraint: 'one_primary',
    })
    const error = Object.assign(new Error('Failed query: insert …\nparams: Maria Clara,11144477735', { cause }), {
      query: 'insert …',
    })
    const line = logged((log) => log.error({ err: error }, 'failed'))
    expect(line).not.toMatch(/maria|11144477735/i)
    expect(line).toContain('23505')
    expect(line).toContain('one_primary')
  })

  it('does not mistake a line of the message for a stack frame', () => {
    const error = Object.assign(new Error('Failed query: insert …\nparams: a note\nat home with Maria'), {
      query: 'insert …',
    })
    const line = logged((log) => log.error({ err: error }, 'failed'))
    expect(line).not.toContain('Maria')
    expect(line).toContain('log.test.ts')
  })

  it('replaces e-mail addresses and numbers in a message', () => {
    const line = logged((log) => log.warn('no reply from joao@loja.com.br at (11) 98765-4321, CPF 111.444.777-35'))
    expect(line).not.toMatch(/joao|98765|444/)
  })

  it('does not replace ids, so that a request can be found', () => {
    const id = '155372b3-1111-4222-8333-944455566677'
    expect(logged((log) => log.info({ requestId: id }, `request ${id}`)).split(id)).toHaveLength(3)
  })

  it('removes personal fields', () => {
    const line = logged((log) => log.info({ email: 'a@b.co', user: { name: 'Maria' } }, 'saved'))
    expect(line).not.toMatch(/a@b\.co|Maria/)
  })
})
