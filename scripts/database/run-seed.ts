import { withClient } from '@/scripts/database/databases'
import { type Environment, runNode } from '@/scripts/portal/run'

/** Fills an empty database with the demo; answers the line it says. */
export async function runSeed(ownerUrl: string, env: Environment, started: (pid: number) => void): Promise<string> {
  const found = await withClient(ownerUrl, (client) => client.query('select 1 from customers limit 1'))
  if (found.rowCount) return 'Demo data: kept as it was'
  const said = await runNode(['--import', 'tsx', 'scripts/database/seed-demo.ts'], env, started)
  return said.trim()
}
