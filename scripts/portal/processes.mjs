import cluster from 'node:cluster'

/**
 * Runs several web processes behind one port: `node processes.mjs <count> <program> <its arguments>`. The first one also works on the jobs,
 * unless `WORKER` is `off`. A process that ends is started again. On SIGTERM each process drains; when this one is killed, they end too.
 */
const [count, program, ...args] = process.argv.slice(2)
const RESTART_MS = 1_000
/** EX_CONFIG: `server/main.ts` ends with it when the environment is wrong. Starting it again would not help. */
const WRONG_ENVIRONMENT = 78

const alive = new Set()
let ending = false
cluster.setupPrimary({ exec: program, args })

function start(at) {
  const one = cluster.fork(at === 0 ? {} : { WORKER: 'off' })
  alive.add(one)
  one.once('exit', (code) => {
    alive.delete(one)
    if (code === WRONG_ENVIRONMENT) process.exit(code)
    if (!ending) setTimeout(() => ending || start(at), RESTART_MS)
    else if (!alive.size) process.exit()
  })
}

for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(name, () => {
    ending = true
    if (!alive.size) process.exit()
    for (const one of alive) one.process.kill('SIGTERM')
  })
}
for (let at = 0; at < Number(count); at += 1) start(at)
