import { notFound } from 'next/navigation'
import { AcceptanceCard } from '@/components/acceptances/acceptance-card'
import { Card, CardBody } from '@/components/ui/card'
import { getAcceptance } from '@/lib/acceptances/queries'
import { profilePage, profileTitled } from '../../_profile/profile-page'
import { ApprovalCards } from './_parts/approval-cards'
import { CancelCard } from './_parts/cancel-card'
import { DeadlineCard } from './_parts/deadline-card'
import { ResendCard } from './_parts/resend-card'

export const generateMetadata = profileTitled('documents.read')

/** One request to accept a document: its evidence, its text, and what staff can do with it now. */
export default profilePage('documents.read', {
  section: 'acceptances',
  render: async (page) => {
    const { ctx, customer, params, i18n, t } = page
    const acceptance = await getAcceptance(ctx, customer, params.acceptanceId)
    if (!acceptance) notFound()
    const part = { ...page, acceptance }
    const maySend = ctx.viewer.can('messages.send')
    const isWaiting = acceptance.status === 'waiting'
    return (
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,23.25rem)]">
        <div className="grid gap-4">
          <AcceptanceCard acceptance={acceptance} customerId={customer.id} maySend={maySend} i18n={i18n} />
          <Card title={t('acceptances.manage.terms')}>
            <CardBody>
              <p className="whitespace-pre-line">{acceptance.terms}</p>
            </CardBody>
          </Card>
        </div>
        <div className="grid gap-4">
          {acceptance.status === 'pending' && <ApprovalCards {...part} />}
          {maySend && isWaiting && <ResendCard {...part} />}
          {maySend && isWaiting && <DeadlineCard {...part} />}
          {maySend && (isWaiting || acceptance.status === 'pending') && <CancelCard {...part} />}
        </div>
      </div>
    )
  },
})
