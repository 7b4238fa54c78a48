import { build } from 'esbuild'
import path from 'node:path'
import { REPO_ROOT } from '@/scripts/repo-root'

/** The bundled server for each mode, beside Next's own build. */
export const SERVER_FILE = {
  start: path.join(REPO_ROOT, '.next/server.cjs'),
  dev: path.join(REPO_ROOT, '.next/server-dev.cjs'),
}

/** Bundles `server/main.ts` with everything that it imports from the repository; packages are loaded from `node_modules`. Takes less than a second. */
export async function bundleServer(mode: keyof typeof SERVER_FILE): Promise<void> {
  await build({
    absWorkingDir: REPO_ROOT,
    entryPoints: ['server/main.ts'],
    outfile: SERVER_FILE[mode],
    ...{ bundle: true, packages: 'external', platform: 'node', format: 'cjs', target: 'node20' },
    logLevel: 'error',
  })
}
