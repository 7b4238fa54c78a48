import { redirect } from 'next/navigation'
import { listInteractions } from '@/lib/interactions/history'
import { toInteraction, toInteractions } from '@/lib/interactions/paths'
import { profilePage, profileTitled } from '../../_profile/profile-page'

export const generateMetadata = profileTitled('interactions.read')

const SAME_EVENT_MS = 1000

/**
 * Redirects to the message of the customer's last interaction, or to the list of messages when that interaction came from another system and has no
 * message here. The rail of every section links to this page, so that the message is only looked up for those who follow the link.
 */
export default profilePage('interactions.read', {
  section: 'interactions',
  render: async ({ ctx, customer }) => {
    const { items } = await listInteractions(ctx, customer, { filter: { test: false }, limit: 1 })
    const [last] = items
    const at = customer.lastInteractionAt
    const isSame = last && at && Math.abs(last.at.getTime() - at.getTime()) < SAME_EVENT_MS
    redirect(isSame ? toInteraction({ customerId: customer.id, sendId: last.sendId }) : toInteractions(customer.id))
  },
})
