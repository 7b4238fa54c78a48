import { freePort } from '@/scripts/postgres/server'
import { CliError } from '@/scripts/cli-error'

const FIRST = 3000
const LAST = 3099

/** Returns the port to listen on: `PORT`, which must be free, or the first free port from 3000 to 3099. */
export async function webPort(host: string): Promise<number> {
  const configured = process.env.PORT
  if (configured) {
    const port = Number(configured)
    if (Number.isInteger(port) && port > 0 && (await freePort(port, host))) return port
    throw new CliError(`PORT=${configured} is not free.`)
  }
  for (let port = FIRST; port <= LAST; port++) if (await freePort(port, host)) return port
  throw new CliError(`No free port between ${FIRST} and ${LAST}: set PORT.`)
}
