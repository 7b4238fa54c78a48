import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dayReader } from './days'
import { evaluate } from './evaluate'
import { labelledRecords } from './labelled'
import { readTable } from './read-table'

const folder = mkdtempSync(path.join(tmpdir(), 'retrato-eval-'))
afterAll(() => rmSync(folder, { recursive: true }))

const NO_OPTIONS = { map: [], without: [] }

function fileOf(content: string | Buffer): string {
  const file = path.join(folder, `${Math.random()}.csv`)
  writeFileSync(file, content)
  return file
}

const read = async (content: string, options: Parameters<typeof labelledRecords>[1] = NO_OPTIONS) =>
  labelledRecords(await readTable(fileOf(content)), options)

it('reads the labels of FEBRL from its ids, and its columns by their names', async () => {
  const { records, labels } = await read(
    'rec_id, given_name, surname, street_number, address_1, suburb, postcode, state, date_of_birth, soc_sec_id\n' +
      'rec-7-org, lachlan, berry, 69, giblin street, bittern, 4814, qld, 19990219, 7364009\n' +
      'rec-7-dup-0, , bery, 69, giblin street, bittern, 4814, qld, 19990219, 7364009\n',
  )
  expect(labels).toEqual(['7', '7'])
  expect(records[0]).toMatchObject({
    nameParts: { given: 'lachlan', family: 'berry' },
    birthOn: '1999-02-19',
    documentNumber: '7364009',
    addresses: [{ number: '69', street: 'giblin street', city: 'bittern', postalCode: '4814', state: 'qld' }],
  })
  expect(records[1]!.nameParts).toEqual({ given: null, family: 'bery' })
})

it('reads a file of other columns with a map, and ignores columns', async () => {
  const { records, labels, compared } = await read('who;cliente;job;secret\nA;Ana Prado;nurse;1\n;Ana Prado;N/A;1\n', {
    map: ['who=label,cliente=name'],
    without: ['secret'],
  })
  expect(labels).toEqual(['A', null])
  expect(records.map(({ name, others }) => ({ name, others }))).toEqual([
    { name: 'Ana Prado', others: { job: 'nurse' } },
    { name: 'Ana Prado', others: {} },
  ])
  expect(compared).toEqual(['cliente', 'job'])
})

it.each([
  [
    'a column that is not there',
    'id,name\n1,Ana\n2,Bia\n',
    { label: 'cluster' },
    /There is no column "cluster"\. The file has: id, name/,
  ],
  ['no labels', 'code,name\n1,Ana\n2,Bia\n', {}, /Name it with --label COLUMN/],
  ['an unknown meaning', 'cluster,name\n1,Ana\n1,Bia\n', { map: ['name=nome'] }, /"nome" is not a meaning/],
  ['a broken map', 'cluster,name\n1,Ana\n1,Bia\n', { map: ['name'] }, /expects column=meaning/],
  ['nothing to compare', 'cluster,name\n1,Ana\n1,Bia\n', { without: ['name'] }, /No column is left/],
  ['an empty file', ' \n', {}, /is empty/],
  ['column names alone', 'cluster,name\n', {}, /no rows/],
  ['a single column', 'cluster\n1\n2\n', {}, /single column/],
  ['a row with more cells', `cluster,name\n${'1,Ana\n'.repeat(9)}1,Bia,x,y\n`, {}, /line 11: more cells than columns/],
  ['binary data', 'cluster,name\n1,\0Ana\n', {}, /binary data/],
])('refuses %s with a message', async (_, content, options, message) => {
  await expect(read(content, { ...NO_OPTIONS, ...options })).rejects.toThrow(message)
})

it('refuses a file that is not there', async () => {
  await expect(readTable(path.join(folder, 'missing.csv'))).rejects.toThrow(/There is no file/)
})

it('recognises the order of day and month from the whole column', () => {
  expect(dayReader(['02/03/1980', '12/25/1980'])('02/03/1980')).toBe('1980-02-03')
  expect(dayReader(['02/03/1980'])('02/03/1980')).toBe('1980-03-02')
  expect(dayReader([])('1980')).toBe('1980')
})

it('counts people who were joined with others or split, and leaves unlabelled records out', () => {
  const record = (id: string, name: string, documentNumber: string) => ({
    ...{ id, name, documentNumber, kind: 'person' as const, preferredName: null, documentType: null },
    ...{ birthOn: '1980-03-04', phones: [], emails: [], addresses: [] },
  })
  const strangers = Array.from({ length: 60 }, (_, at) => ({
    ...record(`s${at}`, `Nome${at} Familia${at * 7}`, String(5_000_000 + at * 7919)),
    birthOn: `19${40 + at}-0${1 + (at % 9)}-${10 + (at % 18)}`,
  }))
  const twice = [record('1', 'Ubirajara Suassuna', '39053344705'), record('2', 'Ubirajara Suasuna', '39053344705')]
  const records = [...strangers, ...twice]
  const labels = strangers.map((_, at) => `s${at}`)
  expect(evaluate(records, [...labels, 'u', 'u'])).toMatchObject({ truePairs: 1, f1: 1, overMerged: 0, underMerged: 0 })
  expect(evaluate(records, [...labels, 'u', 'other'])).toMatchObject({ truePairs: 0, precision: 0, overMerged: 1 })
  expect(evaluate(records, [...labels, 'u', null])).toMatchObject({ truePairs: 0, precision: 1, overMerged: 0 })
})
