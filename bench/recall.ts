import type { Pool } from 'pg'
import type { Primary } from '@/db/handles'
import type { Ctx } from '@/lib/kernel/context'
import { searchCustomers } from '@/lib/search/search-customers'
import { benchCtx } from './connection'
import { shuffled } from './random'
import { commonWords } from './vocabulary'

type Bearer = { id: string; store: string }

export type Recall = { asked: number; whole: number; wrong: string[] }

/** Above so many, a search shows some of them and says "more than". */
const SHOWN_WHOLE = 180

/**
 * Holds the first two tiers against a scan of all names: where few hold the words each must be shown, where many do a full page of
 * right ones. Half the texts are words of one existing name, the harder half common words; each is asked by who sees all and by who sees
 * three of the smaller stores.
 */
export async function recall(db: Primary, pool: Pool, texts: number): Promise<Recall> {
  const asked = [
    ...(await existing(pool, texts / 2)),
    ...Array.from({ length: texts / 2 }, (_, n) => shuffled(commonWords).slice(0, 2 + (n % 2))),
  ]
  const truths = await scan(pool, asked)
  const stores = await smallStores(pool)
  const result: Recall = { asked: 0, whole: 0, wrong: [] }
  for (const [n, words] of asked.entries()) {
    const all = truths[n]!
    const theirs = all.filter(({ store }) => stores.includes(store))
    await hold(result, benchCtx(db), words, all)
    await hold(result, benchCtx(db, { kind: 'stores', storeIds: stores }), words, theirs)
  }
  return result
}

async function hold(result: Recall, ctx: Ctx, words: string[], bearers: Bearer[]): Promise<void> {
  const truth = new Set(bearers.map(({ id }) => id))
  const found = await page(ctx, words.join(' '))
  const right = found.every((id) => truth.has(id))
  const enough = truth.size <= SHOWN_WHOLE ? found.length === truth.size : found.length >= 20
  result.asked += 1
  if (right && enough) result.whole += 1
  else result.wrong.push(`${words.join(' ')} (${ctx.viewer.scope.kind}): ${found.length} of ${truth.size}`)
}

async function smallStores(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select bench_uuid(n, 'store') as id from generate_series(30, 32) n`,
  )
  return rows.map(({ id }) => id)
}

async function existing(pool: Pool, count: number): Promise<string[][]> {
  const { rows } = await pool.query<{ key: string }>(
    `select n.name_key as key from generate_series(1, $1::int) i
     cross join lateral (select name_key from customer_names where customer_id >= md5('recall' || i)::uuid order by customer_id limit 1) n`,
    [count],
  )
  return rows.map(({ key }) => shuffled(key.split(' ')).slice(0, 2))
}

/** Who bears all the words of each text, in one pass over all names, with nothing of what the search goes by but their keys. */
async function scan(pool: Pool, texts: string[][]): Promise<Bearer[][]> {
  const { rows } = await pool.query<Bearer & { text: number }>(
    `with asked as materialized (
       select n, array(select '% ' || key || ' %' from jsonb_array_elements_text(words) w, name_key(w) key where key <> 'ltda') as parts
       from jsonb_array_elements($1) with ordinality t (words, n))
     select n::int - 1 as text, customer_id as id, store_id as store
     from (select customer_id, store_id, ' ' || name_key || ' ' as name from customer_names offset 0) p join asked on name like all (parts)`,
    [JSON.stringify(texts)],
  )
  const truths: Bearer[][] = texts.map(() => [])
  for (const { text, ...bearer } of rows) truths[text]!.push(bearer)
  return truths
}

/** Every page of the first two tiers. */
async function page(ctx: Ctx, q: string): Promise<string[]> {
  const found = new Set<string>()
  let cursor: string | undefined
  do {
    const result = await searchCustomers(ctx, { q, cursor })
    for (const hit of result.hits) if (!hit.matchedBy.endsWith('similar')) found.add(hit.id)
    cursor = result.nextCursor ?? undefined
  } while (cursor && found.size < SHOWN_WHOLE + 20)
  return [...found]
}
