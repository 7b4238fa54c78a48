import { readFilter } from './filter'

it('accepts only days that Postgres knows', () => {
  expect(readFilter({ from: '2026-01-31', to: '2026-02-28' })).toMatchObject({ from: '2026-01-31', to: '2026-02-28' })
  expect(readFilter({ from: '0000-01-01', to: '2026-02-30' })).toMatchObject({ from: undefined, to: undefined })
})
