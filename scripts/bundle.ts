import { build } from 'esbuild'
import { REPO_ROOT } from '@/scripts/repo-root'

/** Bundles a program with everything that it imports from the repository; packages are loaded from `node_modules`. Takes less than a second. */
export async function bundle(program: string, outfile: string): Promise<void> {
  await build({
    absWorkingDir: REPO_ROOT,
    entryPoints: [program],
    outfile,
    ...{ bundle: true, packages: 'external', platform: 'node', format: 'cjs', target: 'node20' },
    logLevel: 'error',
  })
}
