import { readValue } from './read-value'

test.each([
  ['mobile', '(11) 98765-7777', '+5511987657777'],
  ['mobile', '+54 9 11 2345-6789', '+5491123456789'],
  ['whatsapp', '11 8765-7777', '+5511987657777'],
  ['whatsapp', '(11) 3222-1234', '+551132221234'],
  ['landline', '(11) 3222-1234', '+551132221234'],
  ['landline', '0800 123 4567', '+558001234567'],
  ['email', 'Maria.Clara@Example.COM', 'maria.clara@example.com'],
] as const)('reads %s %s', (channel, value, normalized) => {
  expect(readValue(channel, { value })).toMatchObject({ ok: true, value: { value, normalized } })
})

test.each([
  ['mobile', '(11) 3222-1234', 'contacts.not_mobile'],
  ['mobile', '0800 123 4567', 'contacts.not_mobile'],
  ['landline', '(11) 98765-7777', 'contacts.not_landline'],
  ['mobile', '(20) 98765-7777', 'contacts.bad_phone'],
  ['whatsapp', '123', 'contacts.bad_phone'],
  ['email', 'maria@', 'contacts.bad_email'],
  ['email', null, 'required'],
  ['landline', null, 'required'],
] as const)('refuses %s %s', (channel, value, code) => {
  expect(readValue(channel, { value })).toEqual({ ok: false, fields: { value: code } })
})

const pinheiros = {
  street: 'Rua dos Pinheiros',
  number: '870',
  complement: 'ap. 42',
  district: 'Pinheiros',
  city: 'São Paulo',
  state: 'sp',
  postalCode: '05422-001',
  country: 'br',
}

it('parses a Brazilian address into one line and its parts', () => {
  expect(readValue('address', pinheiros)).toMatchObject({
    ok: true,
    value: {
      value: 'Rua dos Pinheiros, 870, ap. 42 · Pinheiros · São Paulo, SP · 05422-001',
      address: { ...pinheiros, state: 'SP', postalCode: '05422001', country: 'BR' },
      matchKey: null,
    },
  })
})

it('normalises two spellings of an address to the same value', () => {
  const [one, other] = [pinheiros, { ...pinheiros, street: 'RUA DOS  Pinheiros', postalCode: '05422001' }].map(
    (typed) => readValue('address', typed),
  )
  expect(one?.ok && other?.ok && one.value.normalized === other.value.normalized).toBe(true)
})

it('leaves state and postal code of other countries as typed', () => {
  const typed = {
    street: 'Av. Corrientes',
    number: '1234',
    city: 'Buenos Aires',
    state: 'CABA',
    postalCode: 'C1043AAZ',
    country: 'AR',
  }
  expect(readValue('address', typed)).toMatchObject({ ok: true, value: { address: typed } })
})

test.each([
  [{ street: null }, { street: 'required' }],
  [{ city: null }, { city: 'required' }],
  [{ state: null }, { state: 'required' }],
  [{ state: 'XX' }, { state: 'contacts.bad_state' }],
  [{ postalCode: '1234' }, { postalCode: 'contacts.bad_postal_code' }],
  [{ country: 'B1' }, { country: 'contacts.bad_country' }],
])('refuses an address with %j', (over, fields) => {
  expect(readValue('address', { ...pinheiros, ...over })).toEqual({ ok: false, fields })
})
