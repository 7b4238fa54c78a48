import { mkdirSync } from 'node:fs'
import path from 'node:path'

/** The folder of the repository; it does not depend on the working directory. */
export const REPO_ROOT = path.resolve(__dirname, '..')

/** Returns the folder for all data that must survive a restart: `RETRATO_DATA`, or `.data` in the repository. Creates it if it is missing. */
export function dataRoot(): string {
  const root = path.resolve(REPO_ROOT, process.env.RETRATO_DATA || '.data')
  mkdirSync(root, { recursive: true, mode: 0o711 })
  return root
}
