import { forScript, SCRIPTED_HEADER } from './scripted'
import { seeOther } from './see-other'

const request = (headers = {}) => new Request('http://localhost:3000/api/documents', { method: 'POST', headers })

it('leaves a redirect for a browser as it is', () => {
  expect(forScript(request(), seeOther('/customers')).status).toBe(303)
})

it('gives a script the address of a redirect', async () => {
  const response = forScript(request({ [SCRIPTED_HEADER]: '1' }), seeOther('/customers?refused=1'))
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ location: '/customers?refused=1' })
})

it('leaves other answers to a script as they are', () => {
  expect(forScript(request({ [SCRIPTED_HEADER]: '1' }), new Response(null, { status: 401 })).status).toBe(401)
})
