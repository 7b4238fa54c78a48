import { mkdirSync } from 'node:fs'
import path from 'node:path'

/** The folder of the repository, whatever the working directory. */
export const REPO_ROOT = path.resolve(__dirname, '..')

/** The folder for everything that must survive a restart: `RETRATO_DATA`, or `.data` in the repository. */
export function dataRoot(): string {
  const root = path.resolve(REPO_ROOT, process.env.RETRATO_DATA || '.data')
  mkdirSync(root, { recursive: true, mode: 0o711 })
  return root
}
