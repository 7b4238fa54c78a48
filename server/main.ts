import { createServer, type RequestListener, type Server } from 'node:http'
import next from 'next'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { demoAccountsFault } from '@/lib/users/demo-accounts'
import { createPrivateFiles } from '@/lib/storage/private-files'
import { database } from '@/db/client'
import { answerText } from './answer'
import { checkCertificate } from './check-certificate'
import { logConsole } from './console'
import { frontDoor } from './middleware'
import { drainOnSignal } from './shutdown'
import { createHttpServer } from './http-server'
import { startWorker } from './worker'

/** EX_CONFIG of sysexits.h. */
const WRONG_ENVIRONMENT = 78
const FIRST_PORT = 3000
/** Next forwards an action to this origin; `next start` sets it too. Without it Next would use the host that the request names. */
const FORWARD_ORIGIN = '__NEXT_PRIVATE_ORIGIN'

/** Starts the web server and, unless `WORKER` is `off`, the worker. The working directory must be the repository, and `NODE_ENV` set. */
async function main(): Promise<void> {
  createPrivateFiles()
  const { NODE_ENV, WORKER } = await checkedEnvironment()
  if (NODE_ENV === 'production') logConsole(log)
  const [host, port] = [process.env.HOST || '127.0.0.1', Number(process.env.PORT || FIRST_PORT)]
  await refuseExposedDemo(host)
  const server = createHttpServer()
  drainOnSignal(server)
  const last = WORKER === 'only' ? notFound : await nextHandler(server, host, port)
  server.on('request', frontDoor(last))
  server.listen(port, host)
  if (WORKER !== 'off') startWorker().catch((error: unknown) => log.error({ err: error }, 'the worker did not start'))
}

/** A process that only runs jobs has no pages. */
const notFound: RequestListener = (_request, response) => answerText(response, 404)

async function nextHandler(server: Server, hostname: string, port: number): Promise<RequestListener> {
  const dev = env().NODE_ENV === 'development'
  process.env[FORWARD_ORIGIN] = `http://${hostname === '0.0.0.0' ? '127.0.0.1' : hostname}:${port}`
  // Next takes over the upgrade requests of `httpServer` for hot reloading. In production it would not answer them.
  const app = next({ dev, hostname, port, httpServer: dev ? server : createServer() })
  await app.prepare()
  return app.getRequestHandler()
}

/** If the database does not answer, the server starts anyway: outside a demo the sign-in page also refuses demo users. */
async function refuseExposedDemo(host: string): Promise<void> {
  const { APP_URL: appUrl, DEMO } = env()
  const fault = await demoAccountsFault(database(), { host, appUrl, isDemo: DEMO === '1' }).catch(() => null)
  if (!fault) return
  console.error(fault)
  process.exit(WRONG_ENVIRONMENT)
}

async function checkedEnvironment() {
  try {
    const checked = env()
    await checkCertificate(new Date())
    return checked
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(WRONG_ENVIRONMENT)
  }
}

main().catch((error: unknown) => {
  log.error({ err: error }, 'the server did not start')
  process.exit(1)
})
