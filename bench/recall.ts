import type { Ctx } from '@/lib/kernel/context'
import type { Pool } from 'pg'
import { searchCustomers } from '@/lib/search/search-customers'
import { shuffled } from './dice'
import { commonWords } from './vocabulary'

export type Recall = { asked: number; whole: number; wrong: string[] }

/** Above so many, a search shows some of them and says "more than". */
const SHOWN_WHOLE = 180

/**
 * Holds the first two tiers against a scan of all names: where few hold the words each must be shown, where many do a full page of
 * right ones. Half the texts are words of one existing name, the harder half common words.
 */
export async function recall(ctx: Ctx, pool: Pool, texts: number): Promise<Recall> {
  const asked = [
    ...(await existing(pool, texts / 2)),
    ...Array.from({ length: texts / 2 }, (_, n) => shuffled(commonWords).slice(0, 2 + (n % 2))),
  ]
  const result: Recall = { asked: asked.length, whole: 0, wrong: [] }
  for (const words of asked) {
    const truth = await scan(pool, words)
    const found = await page(ctx, words.join(' '))
    const right = found.every((id) => truth.has(id))
    const enough = truth.size <= SHOWN_WHOLE ? found.length === truth.size : found.length >= 20
    if (right && enough) result.whole += 1
    else result.wrong.push(`${words.join(' ')}: ${found.length} of ${truth.size}`)
  }
  return result
}

async function existing(pool: Pool, count: number): Promise<string[][]> {
  const { rows } = await pool.query<{ key: string }>(
    `select n.name_key as key from generate_series(1, $1::int) i
     cross join lateral (select name_key from customer_names where customer_id >= md5('recall' || i)::uuid order by customer_id limit 1) n`,
    [count],
  )
  return rows.map(({ key }) => shuffled(key.split(' ')).slice(0, 2))
}

async function scan(pool: Pool, words: string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `select distinct customer_id as id from customer_names
     where string_to_array(name_key, ' ') @> array(select key from unnest($1::text[]) w, name_key(w) key where key <> all ('{ltda}'))`,
    [words],
  )
  return new Set(rows.map((row) => row.id))
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
