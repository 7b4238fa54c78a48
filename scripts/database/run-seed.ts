import { type Environment, runNode } from '@/scripts/portal/run'

/** Fills an empty database with the demo; answers the line it says. */
export async function runSeed(env: Environment, started: (pid: number) => void): Promise<string> {
  const said = await runNode(['--import', 'tsx', 'scripts/database/seed-demo.ts'], env, started)
  return said.trim()
}
