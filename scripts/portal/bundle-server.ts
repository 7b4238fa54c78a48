import path from 'node:path'
import { bundle } from '@/scripts/bundle'
import { REPO_ROOT } from '@/scripts/repo-root'

/** The bundled server for each mode, beside Next's own build. */
export const SERVER_FILE = {
  start: path.join(REPO_ROOT, '.next/server.cjs'),
  dev: path.join(REPO_ROOT, '.next/server-dev.cjs'),
}

export const bundleServer = (mode: keyof typeof SERVER_FILE): Promise<void> =>
  bundle('server/main.ts', SERVER_FILE[mode])
