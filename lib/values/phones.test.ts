import { formatPhone, parsePhone } from './phones'

it.each([
  '+55 11 98765-7777',
  '(11) 98765-7777',
  '11987657777',
  '5511987657777',
  '+551187657777',
  '11 8765-7777',
  '011 98765-7777',
  '0 15 11 98765-7777',
])('reads %s as the same mobile', (text) => {
  expect(parsePhone(text)).toEqual({
    e164: '+5511987657777',
    matchKey: '87657777|11',
    national: '(11) 98765-7777',
    kind: 'mobile',
  })
})

it('does not add a ninth digit to a landline', () => {
  expect(parsePhone('(31) 3227-1500')).toEqual({
    e164: '+553132271500',
    matchKey: '32271500|31',
    national: '(31) 3227-1500',
    kind: 'landline',
  })
})

it('reads toll-free numbers as neither mobile nor landline', () => {
  expect(parsePhone('0800 701 4321')).toMatchObject({ e164: '+558007014321', kind: 'other' })
})

it('makes different match keys for other countries', () => {
  expect(parsePhone('+54 9 11 2345-6789')).toMatchObject({ e164: '+5491123456789', matchKey: '23456789|+54911' })
  expect(parsePhone('(011) 15-2345-6789', 'AR')).toMatchObject({ e164: '+5491123456789' })
})

it.each(['', 'abc', '98765-7777', '123', '(00) 98765-7777', '+55 11 1234-5678', '1'.repeat(80)])(
  'refuses %p',
  (text) => {
    expect(parsePhone(text)).toBeNull()
  },
)

it.each([
  ['+5511987657777', '(11) 98765-7777'],
  ['+553132271500', '(31) 3227-1500'],
  ['+5491123456789', '+5491123456789'],
])('formats %s as %s', (stored, shown) => {
  expect(formatPhone(stored)).toBe(shown)
})
