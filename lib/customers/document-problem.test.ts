import { documentProblem } from './document-problem'

it.each([
  ['cpf', '111.444.777-36', 'bad_check_digit'],
  ['cnpj', '59.952.259/0001-86', 'bad_check_digit'],
  ['cnpj', '111.444.777-35', 'bad_document'],
  ['other', 'AB', 'bad_document'],
  ['other', '-', 'bad_document'],
  [null, '111.444.777-35', 'document_type_missing'],
])('for a %s "%s" returns %s', (type, typed, problem) => {
  expect(documentProblem(type, typed)).toBe(problem)
})

it.each([
  ['cpf', '111.444.777-35'],
  ['cnpj', ' 12.abc.345/01de-35 '],
  ['rut', '12.345.678-K'],
  [null, ''],
])('accepts a %s "%s"', (type, typed) => {
  expect(documentProblem(type, typed)).toBeNull()
})
