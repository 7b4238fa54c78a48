import { chmodSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/** The folder of the repository; it does not depend on the working directory. */
export const REPO_ROOT = path.resolve(__dirname, '..')

/** Returns the folder for all data that must survive a restart: `RETRATO_DATA`, or `.data` in the repository. Creates it if it is missing. */
export function dataRoot(): string {
  const root = path.resolve(REPO_ROOT, process.env.RETRATO_DATA || '.data')
  // Started as root, Postgres runs as another user, who has to enter this folder but not to list it.
  if (mkdirSync(root, { recursive: true })) chmodSync(root, process.getuid?.() === 0 ? 0o711 : 0o700)
  return root
}
