import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { useTestDatabase } from '@/lib/testing/database'
import type { WriteCtx } from '@/lib/kernel/context'
import { searchCustomers } from '@/lib/search/search-customers'
import { aCtx } from '@/lib/testing/builders'
import { importedBy } from '@/lib/testing/imports'

jest.mock('../jobs/boss', () => ({ enqueue: jest.fn() }))
process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-samples-'))

const { db } = useTestDatabase()
let ctx: WriteCtx
beforeEach(async () => {
  ctx = await aCtx(db(), 'admin')
})

/** A file as a spreadsheet or another system saved it, with invented data. */
const sample = (name: string) => readFileSync(path.join(__dirname, 'samples', `${name}.csv`))

const importSample = (name: string) => importedBy(ctx, sample(name))

const find = async (q: string) => (await searchCustomers(ctx, { q })).hits.map(({ name }) => name)

it('reads several values from one Google Contacts column, and repeats no name', async () => {
  const { names, points, customers } = await importSample('google-contacts-old')
  expect(names).toEqual(['Marília Quental Bastos', 'Túlio Bastos'])
  expect(points).toEqual([
    expect.arrayContaining([
      'mobile +5511983114421',
      'landline +551134415852',
      'email marilia.q@example.com',
      'email mqb@example.com',
    ]),
    ['mobile +5511983114422', 'email tulio.b@example.com'],
  ])
  expect(customers.map(({ birthOn }) => birthOn)).toEqual(['1988-03-07', null])
})

it('reads lines that are wrapped in one pair of quotes', async () => {
  const { file, names, documents } = await importSample('whole-line-quoted')
  expect(file.headers).toEqual(['nome', 'cpf', 'e-mail'])
  expect(names).toEqual(['Ilda Varela', 'Ivo Varela'])
  expect(documents).toEqual(['71234560178', '71234560330'])
})

it('accepts rows whose last cells are missing', async () => {
  const { names, rejected } = await importSample('short-rows')
  expect(names).toEqual(['Jacira Moura', 'Joel Moura', 'Julia Moura'])
  expect(rejected).toEqual([])
})

it('ignores blank columns behind the last one', async () => {
  const { file, names, points } = await importSample('trailing-blank-columns')
  expect(file.headers).toEqual(['Nome', 'E-mail'])
  expect(names).toEqual(['Karla Nunes', 'Kleber Nunes'])
  expect(points).toEqual([['email karla.n@example.com'], ['email kleber.n@example.com']])
})

it('recognises Mac Roman', async () => {
  const { names } = await importSample('macroman')
  expect(names).toEqual(['João Assunção', 'SÍTIO UWADA', 'Léa Antônia'])
})

it('reads the delimiter that the line sep= names', async () => {
  const { file, names } = await importSample('sep-line-two-columns')
  expect(file.headers).toEqual(['nome', 'e-mail'])
  expect(names).toEqual(['Lígia Prestes', 'Lauro Prestes'])
})

it('restores a CPF that a spreadsheet turned into a decimal number, and says so', async () => {
  const { documents, preview } = await importSample('float-cpf')
  expect(documents).toEqual(['00234561327', '01234560291'])
  expect(preview?.rows[0]?.reasons.map(({ code }) => code)).toEqual(['decimals_dropped', 'zeros_restored'])
})

it('leaves out a phone in scientific notation', async () => {
  const { names, points, noted } = await importSample('scientific-phone-with-ddd')
  expect(names).toEqual(['Nara Porto'])
  expect(points).toEqual([[]])
  expect(noted).toEqual([[1, 'phone_scientific']])
})

it('does not let a stray quote swallow the rows after it', async () => {
  const { names } = await importSample('stray-quotes-merge-rows')
  expect(names).toEqual(['Olga Serra', '"Bar da Olga', 'Otto Serra', 'Oscar Serra', '"Casa Nova', 'Odete Serra'])
})

it('reads quotes that are escaped by a backslash', async () => {
  const { names } = await importSample('backslash-quotes')
  expect(names).toEqual(['Bar do "Pedro" Ltda', 'Mercado Bom'])
})

it('keeps a stray quote as a letter, and names its line', async () => {
  const { names, reported } = await importSample('one-stray-quote')
  expect(names).toEqual(['Paula Assis', '"Bar da Paula', 'Pedro Assis', 'Plínio Assis'])
  expect(reported.find(({ row }) => row === 2)?.reasons).toContainEqual({ code: 'stray_quote', value: '3' })
})

it('stores e-mail addresses with accents, which are found as they were typed', async () => {
  const { points } = await importSample('email-idn')
  expect(points.flat()).toHaveLength(2)
  expect(await find('contato@açaí-exemplo.com.br')).toEqual(['Quitéria Um'])
  expect(await find('josé@example.com')).toEqual(['Quitéria Dois'])
})

it('keeps the valid e-mails of a cell', async () => {
  const { points, noted } = await importSample('email-one-bad-of-two')
  expect(points).toEqual([['email q6@example.com'], ['email q7@example.com', 'email q7b@example.com']])
  expect(noted).toEqual([[1, 'email_part_unreadable']])
})

it('reads local phones by the country of the row', async () => {
  const { points } = await importSample('local-phone-of-other-country')
  expect(points).toEqual([['mobile +5491123456789'], ['mobile +525541235678']])
})

it('reads a foreign mobile as a mobile', async () => {
  const { points } = await importSample('foreign-mobile-is-landline')
  expect(points).toEqual([['mobile +5491123456780']])
})

it('reads Mexican mobiles with the former 1', async () => {
  const { points } = await importSample('mexico-521')
  expect(points).toEqual([['whatsapp +525512345678'], ['whatsapp +525512345679']])
})

it('reads extensions, carriers and abbreviated second numbers', async () => {
  const { points, noted, pointRows } = await importSample('ramal-0xx')
  expect(points).toEqual([['landline +554333215852'], ['landline +551134415852'], ['landline +551134415852']])
  expect(pointRows[0]?.label).toBe('ramal 0900')
  expect(noted).toEqual([[3, 'phone_part_unreadable']])
})

it('leaves out a placeholder in a document column', async () => {
  const { names, documents, noted } = await importSample('filler-cpf')
  expect(names).toEqual(['Tadeu Campos', 'Talita Campos', 'Tiago Campos'])
  expect(documents).toEqual([null, null, null])
  expect(noted.map(([row]) => row)).toEqual([1, 2, 3])
})

it('reads dates that a spreadsheet saved as numbers', async () => {
  const { customers } = await importSample('excel-serial-and-month-name')
  expect(customers.map(({ birthOn }) => birthOn)).toEqual(['1985-05-15', '1985-05-15'])
})

it('decides for a whole column whether the month is first', async () => {
  const { customers } = await importSample('us-dates')
  expect(customers.map(({ birthOn }) => birthOn)).toEqual(['1986-12-31', '1986-12-01', '1990-04-25'])
})

it('reads the text of formula cells', async () => {
  const { names, documents, pointRows } = await importSample('equals-text-cells')
  expect(names).toEqual(['Yara Góes'])
  expect(documents).toEqual(['01234560291'])
  expect(pointRows[0]?.address?.postalCode).toBe('01310100')
  expect(await find('00123')).toEqual([])
})

it('recognises semicolons in a file with commas in its cells', async () => {
  const { file, names } = await importSample('commas-in-semicolon-file')
  expect(file).toMatchObject({ headers: ['nome', 'endereço'], dialect: { delimiter: ';' } })
  expect(names).toEqual(['Zilda Ramos', 'Zeca Ramos'])
})

it('reads UTF-16 with the high byte first', async () => {
  const { names, documents } = await importSample('utf16-big-endian')
  expect(names).toEqual(['João Breda'])
  expect(documents).toEqual(['71234560178'])
})

it('reads a question as a header', async () => {
  const { file, names, points } = await importSample('long-question-as-header')
  expect(file.headers).toHaveLength(5)
  expect(names).toEqual(['Amélia Brito'])
  expect(points).toEqual([['mobile +5511983114521', 'email amelia.b@example.com']])
})

it('reads errors of a spreadsheet as empty cells', async () => {
  const { names, rejected } = await importSample('error-cells')
  expect(names).toEqual([])
  expect(rejected).toEqual([
    [1, 'name_missing'],
    [2, 'name_missing'],
    [3, 'name_missing'],
  ])
})

it('reads a CNPJ with the letter E, which is no scientific notation', async () => {
  const { names, documents } = await importSample('cnpj-with-E')
  expect(names).toEqual(['Firma Exemplo E'])
  expect(documents).toEqual(['1E234567000113'])
})

it('removes invisible characters from names, and mends letters that were encoded twice', async () => {
  const { names } = await importSample('invisible-letters')
  expect(names).toEqual(['Deodoro Maciel', 'Pâmela Dias'])
  expect(await find('deodoro')).toEqual(['Deodoro Maciel'])
})

it('uses the only area code for both phones of a row', async () => {
  const { points } = await importSample('one-ddd-two-phones')
  expect(points.map((row) => row.toSorted())).toEqual([['landline +551134415852', 'mobile +5511983114541']])
})
