import cluster from 'node:cluster'

/**
 * Several web processes behind one port: `node processes.mjs <how many> <program> <its arguments>`. The first one runs the jobs, if any does;
 * one that ends is started again. On SIGTERM each drains by itself; when this process is killed, they end with it.
 */
const [count, program, ...args] = process.argv.slice(2)
const RESTART_MS = 1_000
const FAILED_AT_START = 78

let ending = false
cluster.setupPrimary({ exec: program, args })

function start(at) {
  const one = cluster.fork(at === 0 ? {} : { WORKER: 'off' })
  one.once('exit', (code) => {
    // A wrong environment does not become right by trying again.
    if (code === FAILED_AT_START) process.exit(code)
    if (!ending) setTimeout(start, RESTART_MS, at)
    else if (!Object.keys(cluster.workers).length) process.exit()
  })
}

for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(name, () => {
    ending = true
    for (const one of Object.values(cluster.workers)) one.process.kill('SIGTERM')
  })
}
for (let at = 0; at < Number(count); at += 1) start(at)
