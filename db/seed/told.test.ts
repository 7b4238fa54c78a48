import { isTaxId } from '@/lib/values/tax-id'
import { crowdOf } from './crowd/crowd'
import { rutOf } from './crowd/numbers'
import { STORIES } from './stories'
import { allTales } from './tales/all'

const NOW = new Date('2026-11-20T15:00:00Z')
const tales = allTales(NOW)
const lives = [...tales, ...crowdOf(NOW, 400)]
const customers = lives.map(({ customer }) => customer)

test('every story is told once, under its id', () => {
  expect(tales.map(({ customer }) => customer.id).sort()).toEqual(Object.values(STORIES).sort())
})

test('the same customers come out every time, with ids of their own', () => {
  const again = crowdOf(new Date('2027-02-01T15:00:00Z'), 400).map(({ customer }) => customer.id)
  expect(customers.slice(tales.length).map(({ id }) => id)).toEqual(again)
  expect(new Set(customers.map(({ id }) => id)).size).toBe(customers.length)
  expect(customers.filter(({ id }) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/.test(id))).toEqual([])
})

test('every document has right check digits and is nobody else’s', () => {
  const wrong = customers.filter(({ documentType: type, documentNumber: number }) => {
    if (type === 'cpf' || type === 'cnpj') return !isTaxId(type, number!)
    return type === 'rut' && rutOf(number!.slice(0, -1)) !== number
  })
  expect(wrong).toEqual([])
  const numbers = customers.flatMap(({ documentNumber }) => documentNumber ?? [])
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('nothing happens in the future or before the customer was there', () => {
  const outside = lives.filter(({ customer, history }) => history.some(({ at }) => at > NOW || at < customer.createdAt))
  expect(outside).toEqual([])
  expect(customers.filter((c) => c.lastActivityAt > NOW || c.updatedAt > c.lastActivityAt)).toEqual([])
  expect(customers.some(({ lastActivityAt }) => NOW.getTime() - lastActivityAt.getTime() < 3_600_000)).toBe(true)
})

test('no e-mail address can reach a person', () => {
  const emails = lives.flatMap(({ points }) =>
    points.filter(({ channel }) => channel === 'email').map(({ normalized }) => normalized),
  )
  expect(emails.filter((email) => !/@(example\.(com|org|net)|[a-z]+\.example)$/.test(email))).toEqual([])
})

test('the whale has more than a thousand events', () => {
  expect(lives.find(({ customer }) => customer.id === STORIES.whale)!.history).toHaveLength(1_200)
})
