export type Tally = { passed: number; failed: number }

/** The fields of jest's JSON report that we read. */
export type JestReport = {
  numPassedTests: number
  numFailedTests: number
  numRuntimeErrorTestSuites: number
  success: boolean
}

/** Counts a file that could not be loaded as one failure, and also a run that failed without a failed test. */
export function tallyOf(report: JestReport | null): Tally {
  if (!report) return { passed: 0, failed: 1 }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed }
}

export function sum(tallies: Tally[]): Tally {
  return tallies.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), {
    passed: 0,
    failed: 0,
  })
}

export const lastLine = ({ passed, failed }: Tally) => `${passed} passed, ${failed} failed`
