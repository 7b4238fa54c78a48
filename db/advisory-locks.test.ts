import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { ADVISORY_LOCKS } from './advisory-locks'

it('gives every advisory lock a number of its own', () => {
  const numbers = Object.values(ADVISORY_LOCKS)
  expect(new Set(numbers).size).toBe(numbers.length)
})

it('is the only place where such a number is written', () => {
  const files = execFileSync('git', ['ls-files', '*.ts'], { encoding: 'utf8' }).split('\n').filter(Boolean)
  const writing = files.filter((file) => /7_?264_?\d{3}/.test(readFileSync(file, 'utf8')))
  expect(writing).toEqual(
    ['db/advisory-locks.test.ts', 'db/advisory-locks.ts'].filter((file) => writing.includes(file)),
  )
})
