import { renderToStaticMarkup } from 'react-dom/server'
import { answered } from './answered'

const statuses: number[] = []
jest.mock('../../lib/http/response-status', () => ({
  setResponseStatus: (status: number) => statuses.push(status),
}))
jest.mock('../../lib/http/request', () => ({ requestId: async () => 'request-1', requestCtx: async () => null }))
jest.mock('../../lib/http/locale', () => ({ currentLocale: async () => 'pt-BR' }))

it.each([
  [503, Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' }), 'muito ocupado'],
  [500, new Error('broken'), 'request-1'],
])('answers %s in words', async (status, error, words) => {
  const page = renderToStaticMarkup(await answered(() => Promise.reject(error)))
  expect(page).toContain(words)
  expect(statuses.at(-1)).toBe(status)
})
