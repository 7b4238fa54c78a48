import type { Channel } from '@/lib/contacts/channels'
import { addPoint as addPointCommand } from '@/lib/contacts/commands/add'
import { allowPoint as allowPointCommand } from '@/lib/contacts/commands/allow'
import { blockPoint as blockPointCommand } from '@/lib/contacts/commands/block'
import { changePoint as changePointCommand } from '@/lib/contacts/commands/change'
import { restorePoint as restorePointCommand } from '@/lib/contacts/commands/restore'
import { retirePoint as retirePointCommand } from '@/lib/contacts/commands/retire'
import { pointsOf, type Point } from '@/lib/contacts/point'
import type { Typed } from '@/lib/contacts/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { accepted, type Step } from '../timeline'

/** A value as a user types it: text, or the parts of an address. */
type Value = string | Partial<Typed>

/** Names a contact point by its channel, and by its value where the customer has several. */
export type PointRef = { channel: Channel; value?: string }

export const primary = { primary: true }

const typed = (value: Value) => (typeof value === 'string' ? { value } : value)

/** @throws Error when the customer has no such point. */
export async function findPoint(ctx: WriteCtx, customerId: string, { channel, value }: PointRef): Promise<Point> {
  const points = await pointsOf(ctx, customerId)
  const found = points.find((point) => point.channel === channel && (!value || point.value === value))
  if (!found) throw new Error(`${customerId} has no ${channel} ${value ?? ''}`)
  return found
}

type Options = { label?: string; primary?: boolean }

export const addPoint =
  (customerId: string, channel: Channel, value: Value, options: Options = {}): Step =>
  (ctx) =>
    accepted(
      addPointCommand(ctx, {
        customerId,
        channel,
        label: options.label ?? null,
        ...(options.primary && { primary: 'on' }),
        ...typed(value),
      }),
    )

export const changePoint =
  (customerId: string, ref: PointRef, value: Value): Step =>
  async (ctx) => {
    const { id: pointId, version, label } = await findPoint(ctx, customerId, ref)
    await accepted(changePointCommand(ctx, { customerId, pointId, version, label, ...typed(value) }))
  }

export const blockPoint =
  (customerId: string, ref: PointRef, reason: string | null = null): Step =>
  async (ctx) => {
    const { id: pointId } = await findPoint(ctx, customerId, ref)
    await accepted(blockPointCommand(ctx, { customerId, pointId, reason }))
  }

const onPoint =
  (command: typeof allowPointCommand) =>
  (customerId: string, ref: PointRef): Step =>
  async (ctx) => {
    const { id: pointId } = await findPoint(ctx, customerId, ref)
    await accepted(command(ctx, { customerId, pointId }))
  }

export const allowPoint = onPoint(allowPointCommand)
export const retirePoint = onPoint(retirePointCommand)
export const restorePoint = onPoint(restorePointCommand)
