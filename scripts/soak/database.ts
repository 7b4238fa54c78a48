import { dropDatabase, ensureDatabase } from '@/scripts/database/databases'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { openThrowawayCluster } from '@/scripts/postgres/cluster'
import { freshSecrets } from '@/scripts/secrets'

type Urls = {
  /** Connects as the role of the web process. */
  app: string
  /** Connects as a superuser, who also sees what other connections do. */
  superuser: string
}

/** Runs `work` on a new database of a throwaway Postgres, with the portal's environment set, and drops the database if `work` succeeds. */
export async function withSoakDatabase(name: string, work: (urls: Urls) => Promise<void>): Promise<void> {
  const cluster = await openThrowawayCluster()
  try {
    await ensureDatabase(cluster.url('postgres'), name)
    const own = freshSecrets()
    const superuser = cluster.url(name)
    const { url: app } = await migrateSchema(superuser, own.appRolePassword)
    Object.assign(process.env, {
      DATABASE_URL: app,
      APP_URL: 'http://localhost:3000',
      AUTH_SECRET: own.authSecret,
      DATA_KEY: own.dataKey,
    })
    await work({ app, superuser })
    await dropDatabase(cluster.url('postgres'), name)
  } finally {
    await cluster.watchdog.release()
  }
}
