import path from 'node:path'

/** The line that a served checkout prints for the process that measures it. */
export type Served = {
  origin: string
  pid: number
  cookie: { name: string; value: string }
  pages: { name: string; paths: string[] }[]
}

/**
 * Serves the portal of the current folder on that folder's benchmark database, with the folder's own code, until standard input closes.
 * The imports are dynamic because the folder may be an older checkout than the one this file belongs to.
 */
async function serve(customers: number): Promise<void> {
  const load = (name: string) => import(path.resolve('bench', `${name}.ts`))
  const { openBenchCluster, openBenchDatabase } = (await load('database')) as typeof import('../database')
  const { listPages } = (await load('pages-part')) as typeof import('../pages-part')
  const { openBenchPortal } = (await load('portal')) as typeof import('../portal')
  const database = await openBenchDatabase(await openBenchCluster(), customers)
  const pages = await listPages(database)
  const { origin, pid, cookie, close } = await openBenchPortal(database)
  console.log(JSON.stringify({ origin, pid, cookie, pages } satisfies Served))
  await new Promise((resolve) => process.stdin.resume().once('close', resolve))
  await close()
  // The database server stops with this process.
  process.exit()
}

serve(Number(process.argv[2])).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
