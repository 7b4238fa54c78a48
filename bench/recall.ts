import type { Pool } from 'pg'
import type { Primary } from '@/db/handles'
import type { Ctx } from '@/lib/kernel/context'
import { searchCustomers } from '@/lib/search/search-customers'
import { benchCtx } from './connection'
import { shuffled } from './random'
import { commonWords } from './vocabulary'

type Match = { id: string; store: string }

export type Recall = { searches: number; complete: number; wrong: string[] }

/** If more customers match, a search lists only some of them. */
const LISTED_COMPLETELY_MAX = 180

/**
 * Compares the first two tiers of the search with a scan of all names. If few names contain the words, the search must list all of them; if
 * many do, a full page of correct ones. Half of the texts are words of an existing name, the other half common words, which are harder. Each
 * is searched by a viewer of all customers and by a viewer of three small stores.
 */
export async function recall(db: Primary, pool: Pool, texts: number): Promise<Recall> {
  const searchTexts = [
    ...(await wordsOfExistingNames(pool, texts / 2)),
    ...Array.from({ length: texts / 2 }, (_, n) => shuffled(commonWords).slice(0, 2 + (n % 2))),
  ]
  const truths = await scan(pool, searchTexts)
  const stores = await smallStores(pool)
  const result: Recall = { searches: 0, complete: 0, wrong: [] }
  for (const [n, words] of searchTexts.entries()) {
    const all = truths[n]!
    const inStores = all.filter(({ store }) => stores.includes(store))
    await compare(result, benchCtx(db), words, all)
    await compare(result, benchCtx(db, { kind: 'stores', storeIds: stores }), words, inStores)
  }
  return result
}

async function compare(result: Recall, ctx: Ctx, words: string[], matches: Match[]): Promise<void> {
  const truth = new Set(matches.map(({ id }) => id))
  const found = await searchAllPages(ctx, words.join(' '))
  const right = found.every((id) => truth.has(id))
  const enough = truth.size <= LISTED_COMPLETELY_MAX ? found.length === truth.size : found.length >= 20
  result.searches += 1
  if (right && enough) result.complete += 1
  else result.wrong.push(`${words.join(' ')} (${ctx.viewer.scope.kind}): ${found.length} of ${truth.size}`)
}

async function smallStores(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select bench_uuid(n, 'store') as id from generate_series(30, 32) n`,
  )
  return rows.map(({ id }) => id)
}

async function wordsOfExistingNames(pool: Pool, count: number): Promise<string[][]> {
  const { rows } = await pool.query<{ key: string }>(
    `select n.name_key as key from generate_series(1, $1::int) i
     cross join lateral (select name_key from customer_names where customer_id >= md5('recall' || i)::uuid order by customer_id limit 1) n`,
    [count],
  )
  return rows.map(({ key }) => shuffled(key.split(' ')).slice(0, 2))
}

/** For each text, finds the customers whose name contains all its words. Scans all names once, without the search's indexes. */
async function scan(pool: Pool, texts: string[][]): Promise<Match[][]> {
  const { rows } = await pool.query<Match & { text: number }>(
    `with asked as materialized (
       select n, array(select '% ' || key || ' %' from jsonb_array_elements_text(words) w, name_key(w) key where key <> 'ltda') as parts
       from jsonb_array_elements($1) with ordinality t (words, n))
     select n::int - 1 as text, customer_id as id, store_id as store
     from (select customer_id, store_id, ' ' || name_key || ' ' as name from customer_names offset 0) p join asked on name like all (parts)`,
    [JSON.stringify(texts)],
  )
  const truths: Match[][] = texts.map(() => [])
  for (const { text, ...match } of rows) truths[text]!.push(match)
  return truths
}

/** Reads all pages of the first two tiers. */
async function searchAllPages(ctx: Ctx, q: string): Promise<string[]> {
  const found = new Set<string>()
  let cursor: string | undefined
  do {
    const result = await searchCustomers(ctx, { q, cursor })
    for (const hit of result.hits) if (!hit.matchedBy.endsWith('similar')) found.add(hit.id)
    cursor = result.nextCursor ?? undefined
  } while (cursor && found.size < LISTED_COMPLETELY_MAX + 20)
  return [...found]
}
