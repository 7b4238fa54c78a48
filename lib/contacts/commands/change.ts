import { contactPoints, contactPointVersions } from '@/db/schema'
import type { CommandEvent } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { conflict, invalid, refused } from '@/lib/kernel/result'
import { inClear } from '@/lib/privacy/mask'
import { listRevealed } from '@/lib/privacy/reveals'
import { refuseDuplicate, pointEvent, valuesOf, wherePoint, type Point } from '../point'
import { changed, pointCommand, unchanged } from '../point-command'
import { formValues } from '../present'
import { refuseMisspelt } from '../misspelt'
import { isBlank, readValue, type PointValue } from '../read-value'
import { change } from '../schema'

/**
 * Changes a value on all records that have it, or its label, and saves the old value as a version. Bell and star do not change.
 * A viewer who sees the value masked leaves the field blank to keep the value.
 * Refusals: `conflict` with the current values when someone saved in between; `contacts.is_retired`; as `addPoint`.
 */
export const changePoint = pointCommand({
  event: 'contact.changed',
  input: change,
  run: async (ctx, context, { customerId: _, pointId, version, label, asTyped, ...typed }) => {
    const { point, duplicates, all } = context
    const clear = inClear(ctx.viewer, await listRevealed(ctx, context.customerId), `point:${pointId}`)
    if (point.version !== version)
      return conflict('stale', { ...formValues(point, clear), version: String(point.version) })
    if (point.retiredAt) return refused('contacts.is_retired')
    const read = isBlank(typed) && !clear ? { ok: true as const, value: point } : readValue(point.channel, typed)
    if (!read.ok) return invalid(read.fields)
    if (read.value.value === point.value && label === point.label) return unchanged(context)
    const says = read.value.normalized
    const misspelt = says === point.normalized ? null : refuseMisspelt(point.channel, read.value.value, asTyped)
    if (misspelt) return misspelt
    const edited = says === point.normalized ? [point] : duplicates.filter((p) => !p.retiredAt)
    const taken =
      says === point.normalized
        ? null
        : refuseDuplicate(
            all.filter((p) => !edited.includes(p)),
            { ...point, normalized: says },
          )
    if (taken) return invalid(taken)
    const tell: CommandEvent[] = []
    for (const old of edited)
      tell.push(await save(ctx, old, { ...read.value, label: old === point ? label : old.label }))
    return changed(ctx, context, tell)
  },
})

async function save(
  ctx: WriteCtx,
  old: Point,
  { value, normalized, matchKey, address, label }: PointValue & { label: string | null },
): Promise<CommandEvent> {
  await ctx.db.insert(contactPointVersions).values({
    customerId: old.customerId,
    pointId: old.id,
    version: old.version,
    value: old.value,
    normalized: old.normalized,
    address: old.address,
    label: old.label,
    validFrom: old.changedAt,
    replacedAt: ctx.now,
    replacedBy: ctx.viewer.userId,
  })
  const next = { value, normalized, matchKey, address, label, version: old.version + 1, changedAt: ctx.now }
  await ctx.db.update(contactPoints).set(next).where(wherePoint(old))
  return pointEvent(old, { before: valuesOf(old), after: valuesOf({ value, label }) })
}
