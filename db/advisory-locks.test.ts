import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { ADVISORY_LOCKS } from './advisory-locks'

it('has a different number for each advisory lock', () => {
  const numbers = Object.values(ADVISORY_LOCKS)
  expect(new Set(numbers).size).toBe(numbers.length)
})

it('is the only file with these numbers', () => {
  const files = execFileSync('git', ['ls-files', '*.ts'], { encoding: 'utf8' }).split('\n').filter(Boolean)
  const others = files.filter((file) => !file.startsWith('db/advisory-locks') && existsSync(file))
  expect(others.filter((file) => /\b7_?264_?\d{3}\b/.test(readFileSync(file, 'utf8')))).toEqual([])
})
