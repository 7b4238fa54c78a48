import { CUSTOMER_COLUMNS } from '../columns'
import { isOptOutColumn } from '../synonyms'
import { TARGETS } from '../targets'
import { guessMapping } from '../../mapping/guess'
import { planRows } from '../../row/plan'
import { splitNumbers } from './phones'
import { columnOrder } from '../../row/day-orders'
import { parseDay } from '../../row/day'
import { readRow } from './read-row'

const TODAY = '2026-05-04'
const STORE = { id: 'a-store', code: 'SP-01', name: 'Loja Paulista' }

/** Reads one row, as cells by column name, with the guessed mapping. */
function read(row: Record<string, string>) {
  const headers = Object.keys(row)
  return readRow(
    Object.values(row),
    planRows(
      {
        targets: TARGETS,
        isDropped: isOptOutColumn,
        headers,
        mapping: guessMapping(CUSTOMER_COLUMNS, headers),
        keepAttributes: true,
      },
      [STORE],
      TODAY,
    ),
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
  expect(splitNumbers(text, ddd).phones.map((phone) => phone.e164)).toEqual(expected)
})

it.each([
  ['9292', '14'],
  ['32188500', ''],
  ['351232013216', '37'],
  ['ramal 12', '11'],
])('leaves %s (%s) out', (text, ddd) => {
  expect(splitNumbers(text, ddd)).toMatchObject({ phones: [], unread: [text] })
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
  ['31182', '1985-05-15'],
  ['31182,5', '1985-05-15'],
  ['15/mai/85', '1985-05-15'],
  ['15-May-1985', '1985-05-15'],
  ['15 de maio de 1985', '1985-05-15'],
  ['15 de septiembre del 1985', '1985-09-15'],
  ['May 15, 1985', '1985-05-15'],
  ['1985-mai-15', '1985-05-15'],
  ['15051985', '1985-05-15'],
  ['31/12/1990 12:00 AM', '1990-12-31'],
  ['1990-12-31T03:00:00.000Z', '1990-12-31'],
  ['15/xyz/85', null],
  ['1985', null],
])('reads the day %s as %p', (text, expected) => {
  const parsed = parseDay(text, { today: TODAY })
  expect(parsed && 'day' in parsed ? parsed.day : null).toBe(expected)
})

it.each(['0/0/00', '00/00/0000', '0000-00-00', '0000-00-00 00:00:00', '12:00 AM', '00:00', '00/01/1900'])(
  'reads %s as no day',
  (text) => {
    expect(parseDay(text, { today: TODAY })).toBeNull()
  },
)

it.each([
  [['12/31/1986', '12/01/1986'], 'mdy'],
  [['31/12/1986', '12/01/1986'], 'dmy'],
  [['31/12/1986', '12/31/1986'], 'mixed'],
  [['12/01/1986', '01/01/1986'], 'open'],
  [['1986-12-31', '01/01/1986', '31182', ''], undefined],
])('finds for the days %p the order %p', (cells, order) => {
  expect(columnOrder(cells)).toBe(order)
})

it('leaves out a day that fits both orders in a column that has both', () => {
  const plan = planRows(
    {
      targets: TARGETS,
      headers: ['nome', 'nascimento'],
      mapping: { name: 'nome', birthOn: 'nascimento' },
      keepAttributes: true,
      dayOrders: { birthOn: 'mixed' },
    },
    [],
    TODAY,
  )
  const born = (day: string) => readRow(['Ana', day], plan)
  expect(codes(born('12/01/1986').notes)).toEqual(['date_ambiguous'])
  expect(
    [born('12/31/1986'), born('31/12/1986'), born('1/1/1986')].map(({ candidate }) => candidate.fields.birthOn),
  ).toEqual(['1986-12-31', '1986-12-31', '1986-01-01'])
})

it.each([
  ['191', 'cnpj', { type: 'cnpj', number: '00000000000191' }],
  ['1.234.567-97', 'cpf', { type: 'cpf', number: '00123456797' }],
  ['12.ABC.345/01DE-35', 'cpf/cnpj', { type: 'cnpj', number: '12ABC34501DE35' }],
  ['111.444.777-35', 'documento', { type: 'cpf', number: '11144477735' }],
  ['11144477735', 'cnpj', { type: 'cpf', number: '11144477735' }],
  ['234561327.0', 'cpf', { type: 'cpf', number: '00234561327' }],
  ['11144477735,00', 'cpf', { type: 'cpf', number: '11144477735' }],
  ['CPF 111.444.777-35', 'documento', { type: 'cpf', number: '11144477735' }],
  ['1E234567000113', 'cpf/cnpj', { type: 'cnpj', number: '1E234567000113' }],
  ['="01234560291"', 'cpf', { type: 'cpf', number: '01234560291' }],
  ["'01234560291", 'cpf', { type: 'cpf', number: '01234560291' }],
])('reads the document %s of the column %s', (text, column, expected) => {
  expect(read({ nome: 'Ana', [column]: text }).candidate.document).toEqual(expected)
})

it('reports its corrections as hints', () => {
  expect(codes(read({ nome: 'Padaria', cnpj: '191' }).hints)).toEqual(['zeros_restored'])
})

it('joins first and last names, and finds the store by code or name', () => {
  const { candidate } = read({ 'First name': 'Ana', 'Last name': 'Lima', Store: 'loja paulista' })
  expect(candidate.fields).toEqual({ name: 'Ana Lima', storeId: 'a-store' })
  expect(codes(read({ nome: 'Ana', loja: 'Loja Nenhuma' }).notes)).toEqual(['unknown_store'])
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

it.each([
  ['cpf', '1.1144E+10', 'document_scientific'],
  ['cpf', '234561327.5', 'bad_document'],
  ['cpf', '111.444.777-35 (titular)', 'bad_document'],
  ['cpf', '***.444.777-**', 'bad_document'],
  ['cpf', 'a confirmar', 'not_a_cpf'],
  ['cnpj', '12ABC34501DE36', 'bad_check_digit'],
])('refuses a row with the %s %s, without dropping characters of it', (column, text, code) => {
  expect(codes(read({ nome: 'Ana', [column]: text }).problems)).toEqual([code])
})

it.each(['000.000.000-00', '11111111111', 'ISENTO', 'não informado', 'Não possui', 'sem CPF', '0'])(
  'leaves the filler %s of a document out, and notes it',
  (text) => {
    const row = read({ nome: 'Ana', cpf: text })
    expect([row.candidate.document, codes(row.problems), codes(row.notes)]).toEqual([null, [], ['document_filler']])
  },
)

it.each([
  '#REF!',
  '#NOME?',
  '#¿NOMBRE?',
  '#N/D',
  '#####',
  'None',
  'NaT',
  '\\N',
  'NULL',
  '  /  /    ',
  '___.___.___-__',
  '(  )     -',
  '—',
  '',
])('reads %p as nothing', (text) => {
  const row = read({ nome: text, cpf: text, celular: text, email: text, nascimento: text, cep: text, nota: text })
  expect(row.candidate).toMatchObject({ document: null, fields: {}, points: [], attributes: {} })
  expect([...row.problems, ...row.notes]).toEqual([])
})

it('keeps names that look like a placeholder or begin with an apostrophe', () => {
  const namesOf = (nome: string) => read({ nome }).candidate.fields.name
  expect(["'t Hooft", 'Nair', 'Nandi', 'Noné'].map(namesOf)).toEqual(["'t Hooft", 'Nair', 'Nandi', 'Noné'])
})

it.each([
  [['Nome', 'CPF', 'E-mail'], 'repeated_header'],
  [['NOME', 'cpf', ''], 'repeated_header'],
  [['Total', '', '250'], 'totals_row'],
  [['Total geral: 250', '', ''], 'totals_row'],
  [['250 registros', '', ''], 'totals_row'],
])('refuses %p, which is no customer', (cells, code) => {
  const headers = ['nome', 'cpf', 'e-mail']
  const plan = planRows(
    {
      targets: TARGETS,
      isDropped: isOptOutColumn,
      headers,
      mapping: guessMapping(CUSTOMER_COLUMNS, headers),
      keepAttributes: true,
    },
    [],
    TODAY,
  )
  expect(codes(readRow(cells, plan).problems)).toEqual([code])
})

it.each([
  [{ celular: '98765-4321 / 5853', ddd: '11' }, ['+5511987654321'], ['phone_part_unreadable']],
  [{ telefone: '(11) 3441-5852 ou (11) 98765-4321' }, ['+551134415852', '+5511987654321'], []],
  [{ telefone: '(11) 98765-4321 recado c/ Ana' }, ['+5511987654321'], ['phone_part_unreadable']],
  [{ telefone: '1198765432O' }, [], ['phone_unreadable']],
  [{ celular: '11987654321.0' }, ['+5511987654321'], []],
  [{ celular: '(11) 99999-9999' }, [], ['phone_unreadable']],
  [{ celular: '(21) 98765-4321', ddd: '11' }, ['+5521987654321'], []],
  [{ celular: '98765-4321' }, [], ['phone_unreadable']],
  [{ celular: '11 2345-6789', país: 'Argentina' }, ['+5491123456789'], []],
  [{ celular: '+55 11 98765-4321', país: 'Argentina' }, ['+5511987654321'], []],
  [{ celular: '(11) 98765-4321', país: 'Argentina' }, [], ['phone_unreadable']],
  [{ celular: '11 98765-4321', país: 'Atlântida' }, [], ['phone_country_unknown']],
  [{ celular: '300 1234567', país: 'COL' }, ['+573001234567'], []],
  [{ whatsapp: '573001234567' }, ['+573001234567'], []],
  [{ telefone: '573001234567' }, [], ['phone_unreadable']],
])('reads the phones of %p as %p', (cells, phones, notes) => {
  const row = read({ nome: 'Ana', ...cells })
  const found = row.candidate.points.filter(({ channel }) => channel !== 'address').map(({ normalized }) => normalized)
  expect([found, codes(row.notes)]).toEqual([phones, notes])
})

it.each([
  ['Ana Lima <ana@example.com>', ['ana@example.com'], []],
  ['"Lima, Ana" <ana@example.com>; bia@example.com', ['ana@example.com', 'bia@example.com'], []],
  ['mailto:ana@example.com', ['ana@example.com'], []],
  ['ana@example.com ::: bia@example.com', ['ana@example.com', 'bia@example.com'], []],
  ['ana@example.com/bia@example.com', ['ana@example.com', 'bia@example.com'], []],
  ['ana@example.com ou bia@', ['ana@example.com'], ['email_part_unreadable']],
  ['não tem', [], []],
])('reads the e-mails of %s as %p', (text, emails, notes) => {
  const row = read({ nome: 'Ana', email: text })
  expect([row.candidate.points.map(({ normalized }) => normalized), codes(row.notes)]).toEqual([emails, notes])
})

it.each([
  ['1310100.0', '01310100', ['decimals_dropped', 'zeros_restored']],
  ['CEP 01310-100', '01310100', []],
  ['01.310-100', '01310100', []],
])('reads the CEP %s as %s', (cep, expected, hints) => {
  const row = read({ nome: 'Ana', logradouro: 'Rua A', cidade: 'São Paulo', uf: 'SP', cep })
  expect([row.candidate.points[0]?.address?.postalCode, codes(row.hints)]).toEqual([expected, hints])
})

it.each([
  [{ Name: 'Túlio Bastos', 'Given Name': 'Túlio', 'Family Name': 'Bastos' }, 'Túlio Bastos'],
  [{ Nome: 'Túlio', Sobrenome: 'Bastos' }, 'Túlio Bastos'],
  [{ Nome: 'Túlio Bastos', Sobrenome: 'Bastos' }, 'Túlio Bastos'],
  [{ Nome: 'Túlio Bastos', Sobrenome: 'Bastos Filho' }, 'Túlio Bastos Filho'],
  [{ Nome: 'TULIO BASTOS LIMA', Sobrenome: 'Bastos' }, 'TULIO BASTOS LIMA'],
  [{ 'First Name': 'Ana', 'Middle Name': 'Maria', 'Last Name': 'Lima', Suffix: 'Filha' }, 'Ana Maria Lima Filha'],
  [{ 'First Name': 'Ana', 'Last Name': 'Lima', Company: 'Padaria Sol' }, 'Ana Lima'],
  [{ 'First Name': '', 'Last Name': '', Company: 'Padaria Sol' }, 'Padaria Sol'],
  [{ Nome: 'Ana Lima', 'Razão social': 'Padaria Sol Ltda', CNPJ: '12ABC34501DE35' }, 'Padaria Sol Ltda'],
  [{ Nome: 'Ana Lima', 'Razão social': 'Padaria Sol Ltda', CPF: '11144477735' }, 'Ana Lima'],
])('reads the name of %p as %s', (cells, name) => {
  expect(read(cells).candidate.fields.name).toBe(name)
})

it('reads a row that names only a company as a company', () => {
  expect(read({ Nome: '', Empresa: 'Padaria Sol' }).candidate.kind).toBe('company')
  expect(read({ Nome: 'Ana', Empresa: 'Padaria Sol' }).candidate).toMatchObject({
    kind: 'person',
    attributes: { Empresa: 'Padaria Sol' },
  })
})

it.each([
  [['Ana', 'ana@example.com', '(11) 98765-4321'], []],
  [['Ana', 'ana@example.com'], []],
  [['Ana', '(11) 98765-4321', 'vip'], ['too_few_cells']],
  [['ana@example.com', '(11) 98765-4321'], ['too_few_cells']],
])('reads the short row %p with the problems %p', (cells, problems) => {
  const headers = ['Nome', 'E-mail', 'Celular', 'Observações']
  const plan = planRows(
    {
      targets: TARGETS,
      isDropped: isOptOutColumn,
      headers,
      mapping: guessMapping(CUSTOMER_COLUMNS, headers),
      keepAttributes: true,
    },
    [],
    TODAY,
  )
  expect(codes(readRow(cells, plan).problems)).toEqual(problems)
})

it('mends letters that were encoded twice, and says so', () => {
  const row = read({ nome: 'PÃ¢mela GonÃ§alves' })
  expect([row.candidate.fields.name, codes(row.hints)]).toEqual(['Pâmela Gonçalves', ['letters_mended']])
})
