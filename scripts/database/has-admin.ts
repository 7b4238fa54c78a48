import { Client } from 'pg'

/** Whether the database has an active admin, who can invite everybody else. */
export async function hasAdmin(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const found = await client.query(`select from users where role = 'admin' and deactivated_at is null limit 1`)
    return found.rows.length > 0
  } finally {
    await client.end()
  }
}
