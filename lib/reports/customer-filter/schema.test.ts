import { newId } from '@/lib/values/ids'
import { parseReport, reportOf, reportQuery } from './schema'

const problemOf = (search: Record<string, string>) => {
  const parsed = parseReport(search)
  return parsed.ok ? null : parsed.fields
}

it.each([
  [{ quietDays: 'x' }, { quietDays: 'reports.bad_days' }],
  [{ quietDays: '0' }, { quietDays: 'reports.bad_days' }],
  [{ quietDays: '1.5' }, { quietDays: 'reports.bad_days' }],
  [{ registeredFrom: '2026-02-30' }, { registeredFrom: 'invalid_date' }],
  [{ registeredFrom: '2026-03-02', registeredTo: '2026-03-01' }, { registeredTo: 'reports.reversed' }],
  [{ purchaseFrom: '2026-03-02', purchaseTo: '2026-03-01' }, { purchaseTo: 'reports.reversed' }],
  [
    { store: 'abc', rating: '6', cases: 'x' },
    { store: 'invalid', rating: 'invalid', cases: 'invalid' },
  ],
  [{ city: 'x'.repeat(81) }, { city: 'too_long' }],
  [{ store: '', quietDays: '', registeredFrom: '', city: ' ', channel: '' }, null],
] as const)('says what is wrong with %j: %j', (search, problem) => {
  expect(problemOf(search)).toEqual(problem)
})

it('writes equal reports as equal queries, and reads them back', () => {
  const store = newId()
  const search = {
    rating: '4',
    store,
    cases: 'any',
    sort: 'rating',
    order: 'asc',
    column_city: 'on',
    column_email: 'on',
  }
  const parsed = parseReport(search)
  const query = parsed.ok ? reportQuery(parsed.report) : ''
  expect(query).toBe(`store=${store}&rating=4&cases=any&sort=rating&order=asc&columns=email%2Ccity`)
  expect(reportQuery(reportOf(query)!)).toBe(query)
  expect(reportQuery(reportOf('columns=email,phone,store,assigned,activity&sort=unknown')!)).toBe('')
})
