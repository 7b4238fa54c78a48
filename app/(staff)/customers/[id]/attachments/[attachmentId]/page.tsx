import { notFound } from 'next/navigation'
import { Link } from '@/components/ui/link'
import { toAttachments } from '@/lib/attachments/paths'
import { getAttachment } from '@/lib/attachments/queries'
import { profilePage, profileTitled } from '../../_profile/profile-page'
import { FactsCard } from './_parts/facts-card'
import { ViewCard } from './_parts/view-card'

export const generateMetadata = profileTitled('attachments.read')

/** One attachment: its content, its facts and the form that deletes it (K3). */
export default profilePage('attachments.read', {
  section: 'attachments',
  render: async (page) => {
    const { ctx, customer, params, t } = page
    const attachment = await getAttachment(ctx, customer, params.attachmentId)
    if (!attachment) notFound()
    return (
      <div className="grid gap-4">
        <Link className="link text-sm" href={toAttachments(customer.id)}>
          {t('attachments.page.back')}
        </Link>
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,23.25rem)]">
          <ViewCard {...page} attachment={attachment} />
          <FactsCard {...page} attachment={attachment} />
        </div>
      </div>
    )
  },
})
