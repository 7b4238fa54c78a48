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

it.each([
  ['tel:+55-11-98765-7777', '+5511987657777'],
  ['https://wa.me/5511987657777', '+5511987657777'],
  ['5511987657777@s.whatsapp.net', '+5511987657777'],
  ['(0xx11) 3441-5852', '+551134415852'],
  ['0**11 3441-5852', '+551134415852'],
  ['(43) 3321-5852 ramal 0900', '+554333215852'],
  ['(43) 3321-5852, r. 12', '+554333215852'],
  ['Cel.: (11) 98765-7777', '+5511987657777'],
  ['(11) 98765-7777 recado c/ Ana', '+5511987657777'],
  ['recado com Ana (11) 98765-7777', '+5511987657777'],
  ['(11) 98765-7777 (Ana)', '+5511987657777'],
  ['\u202a+55 11 98765\u20117777\u202c', '+5511987657777'],
  ['11987657777.0', '+5511987657777'],
])('reads the number of %s', (text, e164) => {
  expect(parsePhone(text)?.e164).toBe(e164)
})

it.each([
  '9.83114E+08',
  '1198765777O',
  '11 9876A-7777',
  '(11) 3441-5852/5853',
  '11987657777.5',
  '+11+987657777',
  '(11 98765-7777',
  'Maria',
])('does not drop characters of %s to make it a number', (text) => {
  expect(parsePhone(text)).toBeNull()
})

it.each([
  ['+52 1 55 1234 5678', 'BR', '+525512345678', 'other'],
  ['5215512345679', 'BR', '+525512345679', 'other'],
  ['044 55 1234 5678', 'MX', '+525512345678', 'other'],
  ['55 4123 5678', 'MX', '+525541235678', 'other'],
  ['11 2345-6789', 'AR', '+541123456789', 'landline'],
  ['011 15-2345-6780', 'AR', '+5491123456780', 'mobile'],
  ['11 15 2345-6780', 'AR', '+5491123456780', 'mobile'],
  ['+54 9 11 2345-6780', 'BR', '+5491123456780', 'mobile'],
  ['54 9 11 2345-6780', 'BR', '+5491123456780', 'mobile'],
  ['0054 9 11 2345-6780', 'BR', '+5491123456780', 'mobile'],
  ['+57 300 1234567', 'BR', '+573001234567', 'mobile'],
  ['+595 981 123456', 'BR', '+595981123456', 'mobile'],
] as const)('reads %s in %s as %s, a %s', (text, country, e164, kind) => {
  expect(parsePhone(text, country)).toMatchObject({ e164, kind })
})
