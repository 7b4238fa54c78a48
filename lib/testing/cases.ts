import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Reads a small file that reproduces a real fault. Its data is invented. */
export const goingOutCase = (name: string): Buffer =>
  readFileSync(path.join(process.cwd(), 'lib/testing/cases/going-out', name))
