import { sql, type SQL } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import type { MatchAddress, MatchRecord } from '../engine/types'

/** A customer as it is compared. `survivorId` is its own id unless it was absorbed. */
export type StoredRecord = {
  record: MatchRecord
  survivorId: string
  /** With all digits, which a `Date` would lose. */
  updatedAt: string
}

type Row = {
  id: string
  survivor_id: string | null
  updated_at: string
  kind: MatchRecord['kind']
  name: string
  preferred_name: string | null
  birth_on: string | null
  document_type: string | null
  document_number: string | null
  sex: string | null
  phones: string[] | null
  emails: string[] | null
  addresses: MatchAddress[] | null
}

/** The customers of a condition on `c`, in the order of their ids, with their live contact points. */
export async function readRecords(db: Primary, where: SQL, limit: number): Promise<StoredRecord[]> {
  const { rows } = await db.execute<Row>(sql`
    select c.id, c.survivor_id, c.updated_at::text, c.kind, c.name, c.preferred_name, c.birth_on::text, c.document_type,
      c.document_number, c.sex, p.phones, p.emails, p.addresses
    from customers c
    left join lateral (
      select array_agg(normalized order by normalized) filter (where channel in ('mobile', 'whatsapp', 'landline')) as phones,
        array_agg(normalized order by normalized) filter (where channel = 'email') as emails,
        jsonb_agg(address order by normalized) filter (where channel = 'address' and address is not null) as addresses
      from contact_points where customer_id = c.id and retired_at is null
    ) p on true
    where ${where} order by c.id limit ${limit}`)
  return rows.map((row) => ({
    record: {
      id: row.id,
      kind: row.kind,
      name: row.name,
      preferredName: row.preferred_name,
      birthOn: row.birth_on,
      documentType: row.document_type,
      documentNumber: row.document_number,
      phones: row.phones ?? [],
      emails: row.emails ?? [],
      addresses: row.addresses ?? [],
      sex: row.sex === 'undisclosed' ? null : row.sex,
    },
    survivorId: row.survivor_id ?? row.id,
    updatedAt: row.updated_at,
  }))
}
