import { isTimeZone, isWallTime, resolveWallTime, wallTimeAt } from './wall-time'

describe('a date and time on the clocks of a zone', () => {
  it.each([
    // Brazil has had no daylight-saving time since 2019; before, midnight of the first day did not exist.
    ['2027-01-15T09:00', 'America/Sao_Paulo', '2027-01-15T12:00:00Z', 'exact'],
    ['2019-01-15T09:00', 'America/Sao_Paulo', '2019-01-15T11:00:00Z', 'exact'],
    ['2018-11-04T00:30', 'America/Sao_Paulo', '2018-11-04T03:30:00Z', 'skipped'],
    ['2018-02-17T23:30', 'America/Sao_Paulo', '2018-02-18T01:30:00Z', 'repeated'],
    // Chile and the United States still change their clocks.
    ['2027-09-05T00:30', 'America/Santiago', '2027-09-05T04:30:00Z', 'skipped'],
    ['2027-03-14T02:30', 'America/New_York', '2027-03-14T07:30:00Z', 'skipped'],
    ['2027-11-07T01:30', 'America/New_York', '2027-11-07T05:30:00Z', 'repeated'],
    ['2027-03-28T01:30', 'Europe/Lisbon', '2027-03-28T01:30:00Z', 'skipped'],
    ['2027-10-31T01:30', 'Europe/Lisbon', '2027-10-31T00:30:00Z', 'repeated'],
    // Half an hour on Lord Howe Island, a quarter in Nepal.
    ['2027-10-03T02:15', 'Australia/Lord_Howe', '2027-10-02T15:45:00Z', 'skipped'],
    ['2027-04-04T01:45', 'Australia/Lord_Howe', '2027-04-03T14:45:00Z', 'repeated'],
    ['2027-06-01T12:00', 'Asia/Kathmandu', '2027-06-01T06:15:00Z', 'exact'],
    // Samoa skipped a whole day.
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T22:00:00Z', 'skipped'],
    // Mexico, Jordan and Paraguay changed their rules in 2022 and 2024.
    ['2022-07-01T12:00', 'America/Mexico_City', '2022-07-01T17:00:00Z', 'exact'],
    ['2027-07-01T12:00', 'America/Mexico_City', '2027-07-01T18:00:00Z', 'exact'],
    ['2022-01-15T12:00', 'Asia/Amman', '2022-01-15T10:00:00Z', 'exact'],
    ['2027-01-15T12:00', 'Asia/Amman', '2027-01-15T09:00:00Z', 'exact'],
    ['2024-07-01T12:00', 'America/Asuncion', '2024-07-01T16:00:00Z', 'exact'],
    ['2027-07-01T12:00', 'America/Asuncion', '2027-07-01T15:00:00Z', 'exact'],
  ])('%s in %s is %s (%s)', (local, timeZone, at, resolution) => {
    expect(resolveWallTime(local, timeZone)).toEqual({ at: new Date(at), resolution })
  })

  it('shows the time after the jump for one that the clocks skip', () => {
    const { at } = resolveWallTime('2027-03-14T02:30', 'America/New_York')
    expect(wallTimeAt(at, 'America/New_York')).toBe('2027-03-14T03:30')
  })

  it('reads back times of a whole year in zones with and without changes', () => {
    for (const timeZone of [
      'America/Sao_Paulo',
      'America/Santiago',
      'Africa/Casablanca',
      'America/Nuuk',
      'Asia/Tehran',
    ])
      for (let hour = 0; hour < 8760; hour += 31) {
        const at = new Date(Date.UTC(2027, 0, 1, hour))
        const { at: read, resolution } = resolveWallTime(wallTimeAt(at, timeZone), timeZone)
        const differenceMs = Math.abs(read.getTime() - at.getTime())
        expect(differenceMs).toBeLessThanOrEqual(resolution === 'exact' ? 0 : 3_600_000)
      }
  })

  it.each(['2027-02-29T10:00', '2027-13-01T10:00', '2027-01-01T24:00', '2027-01-01', '', '0000-01-01T10:00'])(
    'refuses %s',
    (text) => expect(isWallTime(text)).toBe(false),
  )

  it.each([
    ['America/Sao_Paulo', true],
    ['UTC', true],
    ['Mars/Olympus', false],
    ['+03:00', false],
    ['', false],
  ])('a time zone named %s: %s', (name, expected) => expect(isTimeZone(name)).toBe(expected))
})
