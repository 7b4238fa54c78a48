import { database, databasePool } from '@/db/client'
import { makeFirstAdmin } from '@/lib/users/first-admin'

const [email = '', name = ''] = process.argv.slice(2)

/** A separate process with the environment of the web process. Prints the invitation link, which is shown only here. */
makeFirstAdmin(database(), email, name)
  .then((token) =>
    console.log(token ? `${process.env.APP_URL}/invitation/${token}` : 'There is an active admin already.'),
  )
  .finally(() => databasePool().end())
