import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '@/lib/kernel/context'
import type { SearchCursor } from './cursor'
import type { Shapes } from './detect'
import { probeEmail, probePhone } from '@/lib/contacts/search'
import type { ProbeWindow } from '@/lib/contributions/search'
import { probeCustomerId, probeDocument } from '@/lib/customers/search'
import { probeDocumentNumber } from '@/lib/documents/search'
import type { Found } from './found'

const ORDER = ['id', 'number', 'document', 'email', 'phone'] as const
type Keyed = (typeof ORDER)[number]

/**
 * Customers that match one of the shapes by id, document number, CPF/CNPJ, e-mail or phone, in this order, at most `most` rows in all.
 * One statement that reads a bounded range of one btree for each shape; empty when the text has none of these shapes.
 */
export async function findKeyed(ctx: Ctx, shapes: Shapes, cursor: SearchCursor | null, most: number): Promise<Found[]> {
  const start = cursor ? ORDER.indexOf(cursor.probe as Keyed) : 0
  if (start < 0) return []
  const kinds = ORDER.slice(start).filter((kind) => shapes[kind] !== undefined)
  if (!kinds.length) return []
  const arms = kinds.map((kind, at) => {
    const after = cursor?.probe === kind ? cursor : null
    return sql`(select ${at}::int as arm, ${kind}::text as probe, * from (${PROBES[kind](shapes, { viewer: ctx.viewer, after, limit: most })}) p limit ${most})`
  })
  const rows = sql.join(arms, sql` union all `)
  return ctx.db
    .select({
      probe: sql<Keyed>`probe`,
      key: sql<string>`key`,
      id: sql<string>`id`,
      root: sql<string>`root`,
      detail: sql<string>`detail`,
    })
    .from(sql`(${rows}) found`)
    .orderBy(sql`arm`, sql`key collate "C"`, sql`id`)
    .limit(most)
}

/** The probe of each shape. */
const PROBES: Record<Keyed, (shapes: Shapes, window: ProbeWindow) => SQL> = {
  id: ({ id }, window) => probeCustomerId(id!, window),
  number: ({ number }, window) => probeDocumentNumber(number!, window),
  document: ({ document }, window) => probeDocument(document!, window),
  email: ({ email }, window) => probeEmail(email!, window),
  phone: ({ phone }, window) => probePhone(phone!, window),
}
