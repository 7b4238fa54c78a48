import { database, databasePool } from '@/db/client'
import { makeFirstAdmin } from '@/lib/users/first-admin'

const [email = '', name = ''] = process.argv.slice(2)

/** Run as a process of its own, with the web process' environment; prints the link once. */
makeFirstAdmin(database(), email, name)
  .then((token) =>
    console.log(token ? `${process.env.APP_URL}/invitation/${token}` : 'There is an active admin already.'),
  )
  .finally(() => databasePool().end())
