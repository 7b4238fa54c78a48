import { contactPoints } from '@/db/schema'
import { refused } from '@/lib/kernel/result'
import { pointEvent, wherePoints } from '../point'
import { changed, pointCommand } from '../point-command'
import { setPrimary } from '../primary'
import { undoing } from '../schema'

const MINUTES = 10

/**
 * Undoes the viewer's own block of the last ten minutes, for the message that follows it. `star` also makes the point primary again,
 * unless its channel got another primary meanwhile. Refusals: `contacts.undo_expired`.
 */
export const undoBlock = pointCommand({
  event: 'contact.allowed',
  input: undoing,
  run: async (ctx, context, { star }) => {
    const { point, all, blocking: blocked } = context
    const since = new Date(ctx.now.getTime() - MINUTES * 60_000)
    const isOwn = blocked.every((p) => p.blockedBy === ctx.viewer.userId && p.blockedAt! >= since)
    if (point.retiredAt || !blocked.length || !isOwn) return refused('contacts.undo_expired')
    await ctx.db
      .update(contactPoints)
      .set({ blockedAt: null, blockedBy: null, blockedReason: null })
      .where(wherePoints(blocked))
    const hasPrimary = all.some((p) => p.channel === point.channel && p.primaryAt && !p.retiredAt)
    const starred = star && !hasPrimary ? await setPrimary(ctx, all, point) : []
    const done = await changed(ctx, context, [...blocked.map((p) => pointEvent(p)), ...starred])
    return { ...done, value: { ...done.value, starRestored: starred.length > 0 } }
  },
})
