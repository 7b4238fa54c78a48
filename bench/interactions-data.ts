import { Client } from 'pg'

const TABLES = ['messages', 'sends', 'interactions', 'interaction_totals', 'journey_totals']
const WHALE_INTERACTIONS = 50_000

/** The channel and the events of ten kinds of sends, in SQL. Together they have 28 interactions. */
const SEND_OUTCOMES = `(values
  (0, 'email', '{sent,delivered,opened,clicked}'::text[]), (1, 'email', '{sent,delivered,opened}'), (2, 'email', '{sent,delivered,opened}'),
  (3, 'email', '{sent,delivered}'), (4, 'email', '{sent,delivered,opened,clicked}'), (5, 'sms', '{sent,delivered}'), (6, 'sms', '{sent,delivered}'),
  (7, 'sms', '{failed}'), (8, 'whatsapp', '{sent,delivered,opened,replied}'), (9, 'whatsapp', '{sent,delivered,opened}')) outcome(turn, channel, kinds)`
const PER_SEND = 2.8

/** Creates this number of interactions on the first call. Returns the id of the customer who has 50,000 of them; all others have about equally many. */
export async function ensureInteractions(ownerUrl: string, interactions: number): Promise<string> {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const whale = (await owner.query<{ id: string }>('select id from customers order by id limit 1')).rows[0]!.id
    const { rows } = await owner.query(`select to_regclass('bench_interactions_ready') is not null as ready`)
    if (!rows[0]?.ready) await fill(owner, whale, interactions)
    return whale
  } finally {
    await owner.end()
  }
}

async function fill(owner: Client, whale: string, interactions: number): Promise<void> {
  console.error(`Creating ${interactions} interactions.`)
  await owner.query(`set maintenance_work_mem = '512MB'; set statement_timeout = 0; set synchronous_commit = off`)
  const restore = await dropIndexes(owner)
  await owner.query(`truncate ${TABLES.join(', ')}, send_documents`)
  await owner.query(
    `insert into journeys (id, name, purpose) select ('0190c0de-bbbb-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Jornada ' || n, 'service' from generate_series(0, 6) n on conflict do nothing`,
  )
  await owner.query(
    `create temp table chosen as select id, row_number() over (order by id) - 1 as place from customers where id <> $1 order by id`,
    [whale],
  )
  const sendsPerCustomer = Math.ceil((interactions - WHALE_INTERACTIONS) / PER_SEND / (await count(owner)))
  await owner.query(
    `insert into messages (customer_id, id, journey_id, step, name, channel, purpose, body)
    select id, gen_random_uuid(), ('0190c0de-bbbb-7000-8000-' || lpad((c.place % 7)::text, 12, '0'))::uuid, 1, 'Aviso', channel, 'service', repeat('Olá! ', 30)
    from (select id, place from chosen union all select $1::uuid, 0) c, (values ('email'), ('sms'), ('whatsapp')) by(channel)`,
    [whale],
  )
  const send = (
    source: string,
    times: number,
  ) => `insert into sends (customer_id, id, message_id, journey_id, channel, address, state, created_at)
    select c.id, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid,
      m.id, ('0190c0de-bbbb-7000-8000-' || lpad(((n / 10) % 7)::text, 12, '0'))::uuid, outcome.channel, 'a@example.com', kinds[cardinality(kinds)], at
    from ${source} cross join generate_series(1, ${times}) n cross join lateral (select timestamptz '2024-01-01' + n * interval '900 days' / ${times} as at) a
    join ${SEND_OUTCOMES} on turn = n % 10 join messages m on m.customer_id = c.id and m.channel = outcome.channel`
  await owner.query('create index bench_messages on messages (customer_id)')
  await owner.query(send('chosen c', sendsPerCustomer))
  await owner.query(send(`(select '${whale}'::uuid as id) c`, Math.ceil(WHALE_INTERACTIONS / PER_SEND)))
  await owner.query(`insert into interactions (customer_id, send_id, kind, channel, journey_id, occurred_at, provider)
    select s.customer_id, s.id, h.kind, s.channel, s.journey_id, s.created_at + h.place * interval '7 minutes', 'offline' from sends s
    join (select distinct kinds[cardinality(kinds)] as state, channel, kinds from ${SEND_OUTCOMES}) f on f.state = s.state and f.channel = s.channel
    cross join lateral unnest(f.kinds) with ordinality h(kind, place)`)
  await owner.query(
    `insert into interaction_totals select customer_id, test, channel, kind, count(*), min(occurred_at), max(occurred_at) from interactions group by 1, 2, 3, 4`,
  )
  await owner.query(
    `insert into journey_totals select customer_id, test, journey_id, 1, channel, kind, count(*), max(occurred_at) from interactions group by 1, 2, 3, 5, 6`,
  )
  await owner.query('drop index bench_messages')
  for (const statement of restore) await owner.query(statement)
  await owner.query(`vacuum (analyze) ${TABLES.join(', ')}`)
  await owner.query('create table bench_interactions_ready as select now() as at')
}

const count = async (owner: Client) =>
  Number((await owner.query<{ n: string }>('select count(*) as n from chosen')).rows[0]!.n)

/** Drops the indexes and keys of these tables, for faster loading. Returns the statements that create them again. */
async function dropIndexes(owner: Client): Promise<string[]> {
  const keys = await owner.query<{ table: string; name: string; foreign: boolean; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, contype = 'f' as foreign, pg_get_constraintdef(oid) as definition from pg_constraint
     where contype in ('p', 'f') and (conrelid::regclass::text = any($1) or confrelid::regclass::text = any($1)) order by contype = 'f'`,
    [TABLES],
  )
  for (const key of [...keys.rows].reverse()) await owner.query(`alter table ${key.table} drop constraint ${key.name}`)
  const indexes = await owner.query<{ name: string; definition: string }>(
    'select quote_ident(indexname) as name, indexdef as definition from pg_indexes where tablename = any($1)',
    [TABLES],
  )
  for (const { name } of indexes.rows) await owner.query(`drop index ${name}`)
  const add = ({ table, name, definition }: (typeof keys.rows)[number]) =>
    `alter table ${table} add constraint ${name} ${definition}`
  return [
    ...keys.rows.filter((key) => !key.foreign).map(add),
    ...indexes.rows.map(({ definition }) => definition),
    ...keys.rows.filter((key) => key.foreign).map(add),
  ]
}
