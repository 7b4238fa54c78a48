const { default: Sequencer } = require('@jest/test-sequencer')

/** Test files that take long although they are small. */
const LONGEST = [
  ...['authorization.e2e.ts', 'one-press.e2e.ts', 'accessibility.e2e.ts', '/auth.e2e.ts', 'find.e2e.ts', 'stop.e2e.ts'],
  ...['masked-values.test.ts', 'search-within-budget.test.ts', 'cluster.test.ts'],
]

/** Starts the longest test files first. Jest would order them by the durations of earlier runs, which a fresh checkout does not have. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => LONGEST.some((name) => path.endsWith(name))
    const sorted = super.sort(tests)
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))]
  }
}
