import { detect, type SearchType } from './detect'

/** The detected shapes without the document number, which every text with a digit and without spaces could be. */
const shapesOf = (text: string, type?: SearchType) =>
  Object.entries(detect(text, type).shapes).flatMap(([shape, value]) =>
    value === undefined || shape === 'number' ? [] : [shape],
  )

it.each<[string, SearchType, string | undefined]>([
  ['nf-000184532', 'all', 'NF-000184532'],
  ['NF 000 184532', 'document_number', 'NF000184532'],
  ['NF 000 184532', 'all', undefined],
  ['Maria', 'all', undefined],
  ['maria1@example.com', 'all', undefined],
  ['NF-000184532', 'name', undefined],
  ['7', 'document_number', undefined],
])('reads %p with the selector on %s as the document number %p', (text, type, number) => {
  expect(detect(text, type).shapes.number).toBe(number)
})

it.each([
  ['111.444.777-35', ['document']],
  ['11144477735', ['document', 'phone']],
  ['111.444.777', ['document', 'phone']],
  ['12.ABC.345/01DE-35', ['document', 'name']],
  ['12ABC345', ['id', 'document', 'name']],
  ['59.952.259', ['document', 'phone']],
  ['59952259', ['id', 'document', 'phone']],
  ['777-35', ['document', 'name']],
  ['(11) 98765-7777', ['phone']],
  ['+55 11 98765-7777', ['phone']],
  ['maria@example.com', ['email']],
  ['Maria Clara', ['name']],
  ['Fernanda', ['name']],
  ['155372b3', ['id', 'document', 'name']],
  ['155372b3-0b1c-4b7e-9d9a-1f6d5a0c2e11', ['id']],
  ['99', ['name']],
  ['3 Irmãos', ['name']],
])('reads %p as %p', (text, shapes) => {
  expect(new Set(shapesOf(text))).toEqual(new Set(shapes))
})

it.each<[SearchType, string, string[]]>([
  ['cpf', '111444777', ['document']],
  ['cpf', '444.777-35', []],
  ['cpf', '12ABC34501DE35', []],
  ['cnpj', '12abc345', ['document']],
  ['cnpj', 'ABCDEFGH', ['document']],
  ['cnpj', '0001-86', []],
  ['mobile', '11144477735', ['phone']],
  ['mobile', '7777', []],
  ['email', 'maria.cl', ['email']],
  ['name', '11144477735', ['name']],
  ['id', '155372b', []],
])('with the selector on %s reads %p as %p', (type, text, shapes) => {
  expect(shapesOf(text, type)).toEqual(shapes)
})

it.each([
  ['+55 11 98765-7777', { lastEight: '87657777', ddd: '11', nine: true }],
  ['5511987657777', { lastEight: '87657777', ddd: '11', nine: true }],
  ['551187657777', { lastEight: '87657777', ddd: '11', nine: false }],
  ['(11) 8765-7777', { lastEight: '87657777', ddd: '11', nine: false }],
  ['011 98765-7777', { lastEight: '87657777', ddd: '11', nine: true }],
  ['0 15 11 98765-7777', { lastEight: '87657777', ddd: '11', nine: true }],
  ['98765-7777', { lastEight: '87657777', nine: true }],
  ['8765-7777', { lastEight: '87657777', nine: false }],
  ['55 98765-7777', { lastEight: '87657777', nine: true }],
  ['+54 9 11 2345-6789', { lastEight: '23456789', before: '54911', areas: ['+54911'], nine: false }],
  ['+52 1 55 1234 5678', { lastEight: '12345678', before: '52155', areas: ['+5255'], nine: false }],
  ['tel:+5511987657777', { lastEight: '87657777', ddd: '11', nine: true }],
  ['https://wa.me/5511987657777?text=oi', { lastEight: '87657777', ddd: '11', nine: true }],
  ['5511987657777@s.whatsapp.net', { lastEight: '87657777', ddd: '11', nine: true }],
  ['Celular: (11) 98765-7777', { lastEight: '87657777', ddd: '11', nine: true }],
  ['(0xx11) 8765-7777', { lastEight: '87657777', ddd: '11', nine: false }],
  ['\u202a+55 11 98765\u20117777\u202c', { lastEight: '87657777', ddd: '11', nine: true }],
])('reads the phone %s', (text, phone) => {
  expect(detect(text, 'mobile').shapes.phone).toEqual(phone)
})

it('covers exactly the ids that start with the first block', () => {
  expect(detect('155372B3').shapes.id).toEqual({
    low: '155372b3-0000-0000-0000-000000000000',
    high: '155372b3-ffff-ffff-ffff-ffffffffffff',
    whole: false,
  })
})

it.each<[string, SearchType]>([
  ['111.444.777-36', 'all'],
  ['111.444.777-36', 'cpf'],
  ['12.ABC.345/01DE-36', 'all'],
  ['00000000000', 'cpf'],
])('warns about wrong check digits in %s (%s)', (text, type) => {
  expect(detect(text, type).warnings).toEqual(['bad_check_digit'])
})

it.each(['11144477735', '11987657777', '111444777', '12ABC34501DE35'])('does not warn about %s', (text) => {
  expect(detect(text).warnings).toEqual([])
})

it.each<[string, SearchType]>([
  ['a', 'all'],
  ['4447', 'cpf'],
  ['7777', 'mobile'],
])('says that %p is too short (%s)', (text, type) => {
  expect(detect(text, type).warnings).toEqual(['too_short'])
})

it.each<[string, SearchType]>([
  ['—', 'all'],
  ['12ABC34501DE35', 'cpf'],
  ['Maria', 'mobile'],
  ['maria clara', 'id'],
  ['111444777350000', 'cpf'],
])('does not ask for a longer text where that would not help: %p (%s)', (text, type) => {
  expect(detect(text, type).warnings).toEqual(['unreadable'])
})

it.each([
  ['CPF: 111.444.777-35', 'document', { number: '11144477735' }],
  ['cpf nº 111.444.777-35', 'document', { number: '11144477735' }],
  ['CNPJ 12.ABC.345/01DE-35', 'document', { number: '12ABC34501DE35' }],
  ['1234560291', 'document', { padded: { type: 'cpf', number: '01234560291' } }],
  ['7123457000132', 'document', { padded: { type: 'cnpj', number: '07123457000132' } }],
  ['Maria <Maria@Example.com>', 'email', { text: 'maria@example.com' }],
  ['mailto:maria@example.com?subject=oi', 'email', { text: 'maria@example.com' }],
  ['\u200bmaria@example.com', 'email', { text: 'maria@example.com' }],
  ['De\u200bodoro Maciel', 'name', { text: 'Deodoro Maciel' }],
] as const)('reads the pasted %s', (text, shape, expected) => {
  expect(detect(text).shapes[shape]).toMatchObject(expected)
})

it.each<[string, SearchType]>([
  ['***.***.777-**', 'all'],
  ['***.***.777-**', 'cpf'],
  ['****DE35', 'all'],
  ['(11) 9****-**77', 'mobile'],
  ['m****@example.com', 'email'],
])('does not search for the masked %p and says why (%s)', (text, type) => {
  expect(detect(text, type)).toEqual({ text, shapes: {}, warnings: ['masked'] })
})

it('completes the last word only in a name search and while typing', () => {
  expect(detect('mari').shapes.name).toMatchObject({ openEnded: false, fragments: false })
  expect(detect('mari', 'name').shapes.name).toMatchObject({ openEnded: true, fragments: true })
  expect(detect('mari', 'all', true).shapes.name).toMatchObject({ openEnded: true, fragments: false })
})
