import { renderToStaticMarkup } from 'react-dom/server'
import { withErrorPages } from './error-pages'

const statuses: number[] = []
jest.mock('../../lib/http/response-status', () => ({
  setResponseStatus: (status: number) => statuses.push(status),
}))
jest.mock('../../lib/http/request', () => ({ requestId: async () => 'request-1', requestCtx: async () => null }))
jest.mock('../../lib/http/locale', () => ({ currentLocale: async () => 'pt-BR' }))

it.each([
  [503, Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' }), 'muito ocupado'],
  [500, new Error('broken'), 'request-1'],
])('renders an explanation for status %s', async (status, error, words) => {
  const page = renderToStaticMarkup(await withErrorPages(() => Promise.reject(error)))
  expect(page).toContain(words)
  expect(statuses.at(-1)).toBe(status)
})
