import { lastLine, sum, tallyOf } from '@/scripts/check/tally'

const report = { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0, success: true }

test.each([
  ['all tests passed', report, '7 passed, 0 failed'],
  ['tests failed', { ...report, numFailedTests: 2, success: false }, '7 passed, 2 failed'],
  ['a file did not load', { ...report, numRuntimeErrorTestSuites: 1, success: false }, '7 passed, 1 failed'],
  ['the run failed without a failed test', { ...report, success: false }, '7 passed, 1 failed'],
  ['there is no report', null, '0 passed, 1 failed'],
])('prints the right counts when %s', (_, jestReport, line) => {
  expect(lastLine(tallyOf(jestReport))).toBe(line)
})

test('adds up the counts of the suites', () => {
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 40, failed: 2 },
    ]),
  ).toEqual({ passed: 41, failed: 2 })
})
