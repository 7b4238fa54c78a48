import { z } from 'zod'
import { notes } from '@/db/schema'
import { succeed } from '@/lib/kernel/command'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { requiredText, uuid } from '@/lib/values/fields'
import { idsOf } from '@/lib/kernel/context'

const input = z.strictObject({ customerId: uuid, body: requiredText(4000, 'notes.empty') })

/** Adds a note. Notes are never changed afterwards. */
export const writeNote = customerCommand({
  event: 'note.written',
  permission: 'notes.write',
  input,
  run: async (ctx, customer, { body }) => {
    const id = idsOf(ctx).row()
    await ctx.db
      .insert(notes)
      .values({ customerId: customer.id, id, body, authorId: ctx.viewer.userId, createdAt: ctx.now })
    await touchCustomer(ctx, customer.id)
    return succeed(
      { customerId: customer.id },
      { customerId: customer.id, subject: `note:${id}`, before: null, after: { body } },
    )
  },
})
