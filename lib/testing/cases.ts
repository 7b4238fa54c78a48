import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A small input of a fault that was found in the field; its data is invented. */
export const goingOutCase = (name: string): Buffer =>
  readFileSync(path.join(process.cwd(), 'lib/testing/cases/going-out', name))
