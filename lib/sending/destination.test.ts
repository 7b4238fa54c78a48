import { z } from 'zod'
import { newId } from '@/lib/values/ids'
import { destinationFields, destinationOf, pointChoice, resendDestinationFields } from './destination'

const once = z.strictObject(destinationFields)
const again = z.strictObject(resendDestinationFields)
const pointId = newId()

it('reads a point, a typed address, and the address of the earlier message', () => {
  expect(destinationOf(once.parse({ to: pointChoice(pointId), address: '' }))).toEqual({ pointId })
  expect(destinationOf(once.parse({ to: 'new', address: ' a@example.com ' }))).toEqual({
    address: 'a@example.com',
    typed: { isConfirmed: false, reason: null },
  })
  expect(destinationOf(once.parse({ to: 'new', addressConfirmed: 'on', addressReason: ' Está viajando ' }))).toEqual({
    address: '',
    typed: { isConfirmed: true, reason: 'Está viajando' },
  })
  expect(destinationOf(again.parse({ to: 'same' }), 'b@example.com')).toEqual({ address: 'b@example.com' })
})

it.each([
  ['nothing', once, {}],
  ['an empty choice', once, { to: '' }],
  ['a point without an id', again, { to: 'point:1' }],
  ['another word', again, { to: 'nowhere' }],
  ['the earlier address where there is none', once, { to: 'same' }],
])('refuses %s and asks for a destination', (_, schema, fields) => {
  expect(schema.safeParse(fields).error?.issues).toMatchObject([{ path: ['to'], message: 'sending.no_destination' }])
})
