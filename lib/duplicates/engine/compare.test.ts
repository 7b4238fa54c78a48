import { compareRecords } from './compare'
import type { MatchRecord } from './types'

const person = (over: Partial<MatchRecord>): MatchRecord => ({
  id: 'x',
  kind: 'person',
  name: null,
  preferredName: null,
  birthOn: null,
  documentType: null,
  documentNumber: null,
  phones: [],
  emails: [],
  addresses: [],
  ...over,
})

const reasonsBetween = (a: Partial<MatchRecord>, b: Partial<MatchRecord>) =>
  Object.fromEntries(compareRecords(person(a), person(b)).reasons.map(({ field, level }) => [field, level]))

it.each([
  ['accents, case and particles', 'José da Conceição Araújo', 'JOSE CONCEICAO ARAUJO', 'same', 'same'],
  ['a nickname', 'Zé Araújo', 'José Araújo', 'nickname', 'same'],
  ['two nicknames of one name', 'Chico Prado', 'Chiquinho Prado', 'nickname', 'same'],
  ['an initial', 'M. Araújo', 'Maria Araújo', 'initial', 'same'],
  ['a misspelling', 'Mariana Suassuna', 'Marinaa Suasuna', 'similar', 'similar'],
  ['the same sound', 'Thayze Queiroz', 'Taisi Keiros', 'sounds_alike', 'sounds_alike'],
  ['a married name', 'Maria Araújo', 'Maria Araújo Quaresma', 'same', 'partial'],
  ['another order', 'Araújo Mariana', 'Mariana Araújo', 'swapped', undefined],
  ['a missing first name', 'Ana Clara Prado', 'Clara Prado', 'partial', 'partial'],
  ['other names', 'Ubirajara Werneck', 'Quitéria Zopeba', 'different', 'different'],
])('compares names with %s', (_, one, other, given, family) => {
  expect(reasonsBetween({ name: one }, { name: other })).toEqual({
    given_name: given,
    ...(family && { family_name: family }),
  })
})

it.each([
  ['birth_date', { birthOn: '1980-03-04' }, { birthOn: '1980-04-03' }, 'day_month_swapped'],
  ['birth_date', { birthOn: '1980-03-14' }, { birthOn: '1980-03-15' }, 'one_digit'],
  ['birth_date', { birthOn: '1980-03-14' }, { birthOn: '1971-12-01' }, 'different'],
  ['document', { documentNumber: '39053344705' }, { documentNumber: '39053344705' }, 'same'],
  ['document', { documentNumber: '39053344705' }, { documentNumber: '39053344715' }, 'one_digit'],
  ['document', { documentNumber: '39053344705' }, { documentNumber: '39053434705' }, 'swapped_digits'],
  ['phone', { phones: ['+5511987654321'] }, { phones: ['+551187654321'] }, 'same'],
  ['phone', { phones: ['+551133334444', '+5511987654321'] }, { phones: ['+5511987654322'] }, 'one_digit'],
  ['email', { emails: ['ana.prado@gmail.com'] }, { emails: ['ana.prado@uol.com.br'] }, 'same_mailbox'],
  ['email', { emails: ['contato@ana.example'] }, { emails: ['contato@prado.example'] }, 'different'],
  ['email', { emails: ['ana.prado1@gmail.com'] }, { emails: ['ana.prado7@gmail.com'] }, 'different'],
])('compares %s of %j and %j', (field, one, other, level) => {
  expect(reasonsBetween(one, other)).toEqual({ [field]: level })
})

it('compares streets without their types, and the closest of several addresses', () => {
  const here = { street: 'Av. das Palmeiras', number: '120', city: 'Campinas', postalCode: '13012-500' }
  const there = { street: 'Rua Aurora', number: '9', city: 'Santos' }
  expect(
    reasonsBetween(
      { addresses: [there, here] },
      { addresses: [{ ...here, street: 'Avenida Palmeiras', number: '121' }] },
    ),
  ).toEqual({ street: 'same', house_number: 'one_digit', city: 'same', postal_code: 'same' })
})

it('gives no reason for values that one record lacks, and stays with the prior odds', () => {
  const { reasons, probability } = compareRecords(person({ name: 'Ana Prado' }), person({ phones: ['+5511987654321'] }))
  expect(reasons).toEqual([])
  expect(probability).toBeLessThan(0.001)
})

it('is sure of a person with a misspelt name and document, and not of a housemate', () => {
  const home = { street: 'Rua das Palmeiras', number: '120', city: 'Campinas', state: 'SP', postalCode: '13012500' }
  const facts = { birthOn: '1980-03-14', phones: ['+551933334444'], addresses: [home] }
  const ana = person({ name: 'Ana Suassuna Prado', documentNumber: '39053344705', ...facts })
  const again = person({ name: 'Ana Suasuna', documentNumber: '39053344715', ...facts })
  const brother = person({ ...facts, name: 'Igor Suassuna Prado', birthOn: '1984-11-02' })
  expect(compareRecords(ana, again).probability).toBeGreaterThan(0.99)
  expect(compareRecords(ana, brother).probability).toBeLessThan(0.05)
})

it('never takes a person for a company', () => {
  const facts = { name: 'Suassuna', documentNumber: '39053344705' }
  expect(compareRecords(person(facts), person({ ...facts, kind: 'company' })).probability).toBe(0)
})

it('compares companies without their legal forms', () => {
  const company = (name: string) => person({ kind: 'company', name })
  expect(
    compareRecords(company('Padaria Suassuna Ltda.'), company('PADARIA SUASSUNA EIRELI ME')).reasons,
  ).toMatchObject([{ field: 'company_name', level: 'same' }])
})
