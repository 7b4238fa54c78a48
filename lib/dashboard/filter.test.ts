import { readDashboardFilter } from './filter'

it.each([
  [{}, {}, null],
  [{ from: '', to: '', channel: '' }, {}, null],
  [
    { from: '2026-03-10', to: '2026-03-10', channel: 'chat' },
    { from: '2026-03-10', to: '2026-03-10', channel: 'chat' },
    null,
  ],
  [{ channel: 'fax' }, {}, null],
  [{ from: '2026-02-30' }, { from: '2026-02-30' }, 'invalid_from'],
  [{ from: 'ontem' }, { from: 'ontem' }, 'invalid_from'],
  [{ to: '0000-01-01' }, { to: '0000-01-01' }, 'invalid_to'],
  [{ from: '2026-03-11', to: '2026-03-10' }, { from: '2026-03-11', to: '2026-03-10' }, 'reversed'],
])('reads %j', (search, filter, problem) => {
  const read = readDashboardFilter(search)
  expect(read.problem).toBe(problem)
  expect(Object.fromEntries(Object.entries(read.filter).filter(([, value]) => value))).toEqual(filter)
})
