const { default: Sequencer } = require('@jest/test-sequencer')

/** Their size does not tell how long they take. */
const LONGEST = ['authorization.e2e.ts', 'accessibility.e2e.ts']

/** A fresh checkout has no durations to go by: without this the longest might begin last, beside an idle core. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => LONGEST.some((name) => path.endsWith(name))
    const sorted = super.sort(tests)
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))]
  }
}
