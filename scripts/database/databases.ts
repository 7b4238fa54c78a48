import { Client, escapeIdentifier } from 'pg'

/** Runs `work` on a short-lived connection. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Creates the database as a copy of `template`, unless it exists. */
export async function ensureDatabase(adminUrl: string, name: string, template = 'template1'): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return
    // Copying the files takes half the time of copying through the log, which is the default.
    await client.query(
      `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} strategy file_copy`,
    )
  })
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, (client) => client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`))
}

export async function dropRole(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, (client) => client.query(`drop role if exists ${escapeIdentifier(name)}`))
}
