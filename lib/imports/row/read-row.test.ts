import { guessMapping } from '../mapping/guess'
import { planRows } from './plan'
import { splitNumbers } from './phones'
import { parseDay } from './day'
import { readRow } from './read-row'

const TODAY = '2026-05-04'
const STORE = { id: 'a-store', code: 'SP-01', name: 'Loja Paulista' }

/** Reads one row, as cells by column name, with the guessed mapping. */
function read(row: Record<string, string>) {
  const headers = Object.keys(row)
  return readRow(
    Object.values(row),
    planRows({ headers, mapping: guessMapping(headers), keepAttributes: true }, [STORE], TODAY),
  )
}

const codes = (reasons: { code: string }[]) => reasons.map((reason) => reason.code)

it.each([
  ['3231159088324692', '21', ['+552132311590', '+5521988324692']],
  ['965721792947376936', '11', ['+5511965721792', '+5511947376936']],
  ['131479192', '01', ['+551131479192']],
  ['43999351808', '43', ['+5543999351808']],
  ['99475503', '11', ['+5511999475503']],
  ['34415852', '011', ['+551134415852']],
  ['(11) 3441-5852 / 98765-7777', '11', ['+551134415852', '+5511987657777']],
  ['08007071019', '12', ['+558007071019']],
  ['+54 9 11 2345-6789', '', ['+5491123456789']],
])('reads the phone %s with area code %p', (text, ddd, expected) => {
  const numbers = splitNumbers(text, ddd)?.map((phone) => phone.e164) ?? []
  expect(numbers).toEqual(expected)
})

it.each([
  ['9292', '14'],
  ['32188500', ''],
  ['351232013216', '37'],
  ['ramal 12', '11'],
])('leaves %s (%s) out', (text, ddd) => {
  expect(splitNumbers(text, ddd)).toBeNull()
})

it.each([
  ['31/12/1990', '1990-12-31'],
  ['1990-12-31', '1990-12-31'],
  ['31.12.1990 00:00:00', '1990-12-31'],
  ['19901231', '1990-12-31'],
  ['1/2/90', '1990-02-01'],
  ['1/2/24', '2024-02-01'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2023', null],
  ['12/31/1990', null],
  ['ontem', null],
])('reads the day %s as %p', (text, expected) => {
  expect(parseDay(text, TODAY)).toBe(expected)
})

it.each([
  ['191', 'cnpj', { type: 'cnpj', number: '00000000000191' }],
  ['1.234.567-97', 'cpf', { type: 'cpf', number: '00123456797' }],
  ['12.ABC.345/01DE-35', 'cpf/cnpj', { type: 'cnpj', number: '12ABC34501DE35' }],
  ['111.444.777-35', 'documento', { type: 'cpf', number: '11144477735' }],
  ['11144477735', 'cnpj', { type: 'cpf', number: '11144477735' }],
])('reads the document %s of the column %s', (text, column, expected) => {
  expect(read({ nome: 'Ana', [column]: text }).candidate.document).toEqual(expected)
})

it('reports its corrections as hints', () => {
  expect(codes(read({ nome: 'Padaria', cnpj: '191' }).hints)).toEqual(['zeros_restored'])
})

it('joins first and last names, and finds the store by code or name', () => {
  const { candidate } = read({ 'First name': 'Ana', 'Last name': 'Lima', Store: 'loja paulista' })
  expect(candidate.fields).toEqual({ name: 'Ana Lima', storeId: 'a-store' })
  expect(codes(read({ nome: 'Ana', loja: 'Loja Nenhuma' }).problems)).toEqual(['unknown_store'])
})

it('leaves an incomplete address out, and imports a complete one without its bad CEP', () => {
  expect(codes(read({ nome: 'Ana', logradouro: 'Rua A', cidade: 'Recife' }).notes)).toEqual(['address_incomplete'])
  const row = read({ nome: 'Ana', logradouro: 'Rua A', cidade: 'Recife', estado: 'Pernambuco', cep: '123' })
  expect(codes(row.notes)).toEqual(['postal_code_unreadable'])
  expect(row.candidate.points).toMatchObject([
    { channel: 'address', address: { state: 'PE', postalCode: undefined, country: 'BR' } },
  ])
})

it('leaves an invalid e-mail out and notes it', () => {
  const row = read({ nome: 'Ana', email: 'ana@' })
  expect(row.candidate.points).toEqual([])
  expect(row.notes).toMatchObject([{ code: 'email_unreadable', column: 'email', value: 'ana@' }])
})

it('ignores the columns that its own report adds', () => {
  const { candidate } = read({ nome: 'Ana', 'Motivo (Retrato)': 'x', profissão: 'arquiteta' })
  expect(candidate.attributes).toEqual({ profissão: 'arquiteta' })
})
