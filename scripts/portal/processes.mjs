import cluster from 'node:cluster'

/**
 * Runs several web processes on one port: `node processes.mjs <count> <program> <its arguments>`. The first one also runs the jobs, unless
 * `WORKER` is `off`. A process that ends is replaced. On SIGTERM each process drains. If this process is killed, they end too.
 */
const [count, program, ...args] = process.argv.slice(2)
const RESTART_MS = 1_000
/** EX_CONFIG: `server/main.ts` exits with it if the environment is invalid. Starting it again would not help. */
const WRONG_ENVIRONMENT = 78

const alive = new Set()
let ending = false
cluster.setupPrimary({ exec: program, args })

function start(index) {
  const web = cluster.fork(index === 0 ? {} : { WORKER: 'off' })
  alive.add(web)
  web.once('exit', (code) => {
    alive.delete(web)
    if (code === WRONG_ENVIRONMENT) process.exit(code)
    if (!ending) setTimeout(() => ending || start(index), RESTART_MS)
    else if (!alive.size) process.exit()
  })
}

for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(name, () => {
    ending = true
    if (!alive.size) process.exit()
    for (const web of alive) web.process.kill('SIGTERM')
  })
}
for (let index = 0; index < Number(count); index += 1) start(index)
