import { bindable } from '@/scripts/postgres/server'
import { CliError } from '@/scripts/cli-error'

const FIRST = 3000
const LAST = 3099

/** The port to serve on: `PORT` if it is set, which must be free, else the first free port from 3000 on. */
export async function webPort(host: string): Promise<number> {
  const given = process.env.PORT
  if (given) {
    const port = Number(given)
    if (Number.isInteger(port) && port > 0 && (await bindable(port, host))) return port
    throw new CliError(`PORT=${given} is not free.`)
  }
  for (let port = FIRST; port <= LAST; port++) if (await bindable(port, host)) return port
  throw new CliError(`No free port between ${FIRST} and ${LAST}: set PORT.`)
}
