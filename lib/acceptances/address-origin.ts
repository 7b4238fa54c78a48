import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { auditEvents, contactPoints, contactPointVersions, customers, imports, users } from '@/db/schema'
import { groupIds } from '@/lib/customer-group/scope'
import type { Details } from '@/lib/evidence/evidence'
import type { Ctx } from '@/lib/kernel/context'
import type { ReachablePoint } from '@/lib/sending/reach'

export const ORIGINS = ['registration', 'import', 'added', 'changed', 'unrecorded'] as const

/** The origin of an address of a customer: who added it, when, and from which file. */
export type AddressOrigin = { kind: (typeof ORIGINS)[number]; at: Date; by: string | null; file: string | null }

/**
 * The origin of an address, from the oldest point that has it. `registration`: it was entered together with the customer; `changed`: the point had another
 * value before; `unrecorded`: the point has no author.
 */
export async function addressOrigin(
  ctx: Ctx,
  customerId: string,
  { ids, address }: Pick<ReachablePoint, 'ids' | 'address'>,
): Promise<AddressOrigin> {
  const [point] = await ctx.db
    .select({
      customerId: contactPoints.customerId,
      id: contactPoints.id,
      at: contactPoints.createdAt,
      by: users.name,
      registeredAt: customers.createdAt,
    })
    .from(contactPoints)
    .innerJoin(customers, eq(customers.id, contactPoints.customerId))
    .leftJoin(users, eq(users.id, contactPoints.createdBy))
    .where(and(inArray(contactPoints.customerId, groupIds(customerId)), inArray(contactPoints.id, ids)))
    .orderBy(contactPoints.createdAt, contactPoints.id)
    .limit(1)
  const { at, by, registeredAt, ...key } = point!
  const changed = await lastChange(ctx, key, address)
  if (changed) return { kind: 'changed', at: changed.at, by: changed.by, file: null }
  const file = await importedFile(ctx, key, at)
  if (file) return { kind: 'import', at, by, file }
  if (at.getTime() === registeredAt.getTime()) return { kind: 'registration', at, by, file: null }
  return { kind: by ? 'added' : 'unrecorded', at, by, file: null }
}

type PointKey = { customerId: string; id: string }

/** The newest edit that gave a point this address, instead of another one. */
async function lastChange(ctx: Ctx, { customerId, id }: PointKey, address: string) {
  const [row] = await ctx.db
    .select({ at: contactPointVersions.replacedAt, by: users.name })
    .from(contactPointVersions)
    .leftJoin(users, eq(users.id, contactPointVersions.replacedBy))
    .where(
      and(
        eq(contactPointVersions.customerId, customerId),
        eq(contactPointVersions.pointId, id),
        ne(contactPointVersions.normalized, address),
      ),
    )
    .orderBy(desc(contactPointVersions.version))
    .limit(1)
  return row
}

/** The file of the import that created a point: the event of its row was recorded at the same moment and names the import. */
async function importedFile(ctx: Ctx, { customerId }: PointKey, at: Date): Promise<string | null> {
  const [row] = await ctx.db
    .select({ file: imports.fileName })
    .from(auditEvents)
    .innerJoin(imports, eq(sql`${imports.id}::text`, auditEvents.requestId))
    .where(
      and(eq(auditEvents.customerId, customerId), eq(auditEvents.event, 'customer.imported'), eq(auditEvents.at, at)),
    )
    .limit(1)
  return row?.file ?? null
}

/** The origin as details of the evidence. */
export const originDetails = ({ kind, at, by, file }: AddressOrigin): Details => ({
  originKind: kind,
  originAt: at.toISOString(),
  originBy: by,
  originFile: file,
})

/** The origin in the details of the evidence; null in older evidence. */
export function originOf({ originKind, originAt, originBy, originFile }: Details): AddressOrigin | null {
  const kind = ORIGINS.find((one) => one === originKind)
  if (!kind) return null
  return {
    kind,
    at: new Date(String(originAt)),
    by: originBy ? String(originBy) : null,
    file: originFile ? String(originFile) : null,
  }
}
