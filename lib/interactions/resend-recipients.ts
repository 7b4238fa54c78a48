import type { ViewedGroup } from '@/lib/customer-group/group'
import type { WriteCtx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { listRecipients } from '@/lib/sending/recipients'
import { readSend } from './sent-message'

/** Who a message can be sent to again; null when it has no journey, does not exist or is out of scope. */
export const listResendRecipients = query(
  'messages.send',
  async (ctx: WriteCtx, group: ViewedGroup, sendId: string) => {
    const found = await readSend(ctx, group, sendId)
    if (!found?.journey) return null
    const { send, journey } = found
    const { survivorId: customerId, revealed } = group
    return listRecipients(ctx, { customerId, channel: send.channel, journey, revealed, previous: send.address })
  },
)
