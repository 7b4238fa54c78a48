import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { survivorIdAs } from '@/lib/customer-group/scope'
import type { CustomerKeys } from '../row/types'

/** The customer that the keys of a row lead to, as the id of the survivor, or why there is none. */
export type FoundCustomer =
  | { id: string }
  | { code: 'customer_unknown' | 'customer_ambiguous' | 'customer_keys_disagree' }

type Index = Map<string, Set<string>>

/**
 * Finds the customers of a batch. A code of the source decides first, then a CPF or CNPJ, then an e-mail, then a phone, which must belong
 * to one customer only. Keys that lead to different customers are refused, not guessed.
 */
export async function findCustomers(
  db: Primary,
  source: string,
  keys: readonly CustomerKeys[],
): Promise<(keys: CustomerKeys) => FoundCustomer> {
  const wanted = <T>(pick: (keys: CustomerKeys) => T | null) => [...new Set(keys.flatMap((one) => pick(one) ?? []))]
  const byExternalId = await index(
    db,
    wanted(({ externalId }) => externalId),
    (values) => sql`select e.external_id as key, ${survivorIdAs('c')} as id from external_ids e
      join customers c on c.id = e.customer_id where e.source = ${source} and e.external_id = any(${values})`,
  )
  const byDocument = await index(
    db,
    wanted(({ document }) => document?.number ?? null),
    (
      values,
    ) => sql`select c.document_type || ' ' || c.document_number as key, ${survivorIdAs('c')} as id from customers c
      where c.document_number = any(${values})`,
  )
  const points = (channels: string) => (values: unknown) =>
    sql`
    select p.normalized as key, ${survivorIdAs('c')} as id from contact_points p join customers c on c.id = p.customer_id
    where p.normalized = any(${values}) and p.channel in (${sql.raw(channels)}) and p.retired_at is null`
  const byEmail = await index(
    db,
    wanted(({ email }) => email),
    points(`'email'`),
  )
  const byPhone = await index(
    db,
    wanted(({ phone }) => phone),
    points(`'mobile', 'landline', 'whatsapp'`),
  )
  return ({ externalId, document, email, phone }) =>
    decide([
      byExternalId.get(externalId ?? ''),
      document ? byDocument.get(`${document.type} ${document.number}`) : undefined,
      byEmail.get(email ?? ''),
      byPhone.get(phone ?? ''),
    ])
}

/** The keys of a customer, the surest first. A contact that several customers share does not contradict a surer key. */
function decide(found: readonly (Set<string> | undefined)[]): FoundCustomer {
  const known = found.filter((ids) => ids !== undefined)
  const [first] = known
  if (!first) return { code: 'customer_unknown' }
  if (first.size > 1) return { code: 'customer_ambiguous' }
  const [id] = [...first] as [string]
  return known.every((ids) => ids.has(id)) ? { id } : { code: 'customer_keys_disagree' }
}

async function index(
  db: Primary,
  values: string[],
  select: (values: unknown) => ReturnType<typeof sql>,
): Promise<Index> {
  const found: Index = new Map()
  if (!values.length) return found
  const { rows } = await db.execute<{ key: string; id: string }>(select(sql`${sql.param(values)}::text[]`))
  for (const { key, id } of rows) found.set(key, (found.get(key) ?? new Set<string>()).add(id))
  return found
}
