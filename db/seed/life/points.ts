import type { AuditEvent } from '@/lib/audit/events'
import type { Channel } from '@/lib/contacts/channels'
import { valuesOf } from '@/lib/contacts/point'
import { readValue } from '@/lib/contacts/read-value'
import type { Typed } from '@/lib/contacts/schema'
import { type Life, type Moment, type Point, tell, touch } from './life'

/** A value as it would be typed: text, or an address in parts. */
export type Value = string | Partial<Typed>
type Options = { label?: string; primary?: boolean }

/** Reads a value as the forms do. @throws Error when a form would refuse it: demo data must be right. */
function read(channel: Channel, value: Value) {
  const parsed = readValue(channel, typeof value === 'string' ? { value } : value)
  if (!parsed.ok) throw new Error(`${channel} ${JSON.stringify(value)}: ${JSON.stringify(parsed.fields)}`)
  return parsed.value
}

export function addPoint(
  life: Life,
  when: Moment,
  channel: Channel,
  value: Value,
  { label, primary = false }: Options = {},
): Point {
  const { at, by } = when
  const point: Point = {
    customerId: life.customer.id,
    id: life.telling.dice.uuidV7(at),
    channel,
    label: label ?? null,
    ...read(channel, value),
    blockedAt: null,
    blockedBy: null,
    blockedReason: null,
    primaryAt: null,
    primaryBy: null,
    retiredAt: null,
    retiredBy: null,
    version: 1,
    createdAt: at,
    createdBy: by?.id ?? null,
    changedAt: at,
  }
  life.points.push(point)
  told(life, when, point, 'contact.added', { before: null, after: valuesOf(point) })
  if (primary) makePrimary(life, when, point)
  return point
}

export function makePrimary(life: Life, when: Moment, point: Point): void {
  const before = life.points.find((p) => p.channel === point.channel && p.primaryAt)
  if (before) dropStar(life, when, before)
  Object.assign(point, { primaryAt: when.at, primaryBy: when.by?.id ?? null })
  told(life, when, point, 'contact.made_primary')
}

export function changePoint(life: Life, when: Moment, point: Point, value: Value): void {
  const { customerId, id: pointId, version, value: old, normalized, address, label, changedAt: validFrom } = point
  const replaced = { replacedAt: when.at, replacedBy: when.by?.id ?? null }
  life.versions.push({ customerId, pointId, version, value: old, normalized, address, label, validFrom, ...replaced })
  const before = valuesOf(point)
  Object.assign(point, read(point.channel, value), { version: version + 1, changedAt: when.at })
  told(life, when, point, 'contact.changed', { before, after: valuesOf(point) })
}

export function blockPoint(life: Life, when: Moment, point: Point, reason: string | null = null): void {
  Object.assign(point, { blockedAt: when.at, blockedBy: when.by?.id ?? null, blockedReason: reason })
  told(life, when, point, 'contact.blocked', reason ? { before: null, after: { reason } } : {})
  if (point.primaryAt) dropStar(life, when, point)
}

export function allowPoint(life: Life, when: Moment, point: Point): void {
  Object.assign(point, { blockedAt: null, blockedBy: null, blockedReason: null })
  told(life, when, point, 'contact.allowed')
}

export function retirePoint(life: Life, when: Moment, point: Point): void {
  Object.assign(point, { retiredAt: when.at, retiredBy: when.by?.id ?? null })
  told(life, when, point, 'contact.retired')
  if (point.primaryAt) dropStar(life, when, point)
}

export function restorePoint(life: Life, when: Moment, point: Point): void {
  Object.assign(point, { retiredAt: null, retiredBy: null })
  told(life, when, point, 'contact.restored')
}

function dropStar(life: Life, when: Moment, point: Point): void {
  Object.assign(point, { primaryAt: null, primaryBy: null })
  told(life, when, point, 'contact.dropped_primary')
}

type Values = { before?: Record<string, unknown> | null; after?: Record<string, unknown> }

function told(life: Life, when: Moment, point: Point, event: AuditEvent, values: Values = {}): void {
  touch(life, when.at)
  tell(life, when, { event, subject: `point:${point.id}`, details: { channel: point.channel }, ...values })
}
