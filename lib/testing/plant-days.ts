import { Client } from 'pg'

type Plan = {
  /** The URL of the test's own database. */
  url: string
  memberIds: readonly string[]
  /** How many other customers get the same rows. */
  others: number
  days: number
  /** SQL statements that insert rows from the temporary tables `ids (id)` and `days (id, n, at)`. `$user` is replaced by the id of a user. */
  statements: readonly string[]
  userId: string
}

/** Plants rows for each day from 2 January 2024, at noon in São Paulo, for the records of a customer and for others. */
export async function plantDays({ url, memberIds, others, days, statements, userId }: Plan): Promise<void> {
  const ownerUrl = new URL(process.env.TEST_OWNER_URL ?? '')
  ownerUrl.pathname = new URL(url).pathname
  const owner = new Client({ connectionString: ownerUrl.href })
  await owner.connect()
  try {
    await owner.query(
      `create temp table ids as select unnest($1::uuid[]) as id union all select gen_random_uuid() from generate_series(1, ${others})`,
      [memberIds],
    )
    await owner.query(
      `create temp table days as select id, n, timestamptz '2024-01-01 15:00+00' + n * interval '1 day' as at from ids, generate_series(1, ${days}) n`,
    )
    for (const statement of statements) await owner.query(statement.replaceAll('$user', `'${userId}'`))
    // The planner chooses its indexes by these statistics.
    await owner.query('analyze')
  } finally {
    await owner.end()
  }
}
