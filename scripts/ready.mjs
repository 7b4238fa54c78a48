const OLDEST = [20, 20]

/** Checks the Node version and the packages, then loads the TypeScript loader. This is plain JavaScript, so that any Node version can run it. */
export async function ready() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    stop(`Node ${OLDEST.join('.')} or newer is needed; this is ${process.versions.node}.`)
  }
  await import('tsx').catch(() => stop('The packages are not installed: run `npm ci` first.'))
}

function stop(reason) {
  console.error(reason)
  process.exit(1)
}
