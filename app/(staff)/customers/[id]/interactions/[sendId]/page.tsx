import { notFound } from 'next/navigation'
import { CasesCard } from '@/components/cases/cases-card'
import { HappenedCard } from '@/components/interactions/happened-card'
import { MessageText } from '@/components/interactions/message-text'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { getMessage } from '@/lib/interactions/message'
import { toInteractions } from '@/lib/interactions/paths'
import { profilePage, profileTitled } from '../../_profile/profile-page'
import { TakeOutCard } from '../../_profile/take-out-card'
import { AttachmentsCard } from './_parts/attachments-card'
import { ResendCard } from './_parts/resend-card'
import { SummaryCard } from './_parts/summary-card'

export const generateMetadata = profileTitled('interactions.read')

/** One message: its text, its outcome, and the form to resend it. */
export default profilePage('interactions.read', {
  section: 'interactions',
  render: async ({ ctx, customer, params, search, i18n, t }) => {
    const message = await getMessage(ctx, customer, params.sendId)
    if (!message) notFound()
    const maySend = ctx.viewer.can('messages.send')
    return (
      <div className="grid gap-4">
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          <Link className="link text-sm" href={toInteractions(customer.id)}>
            {t('interactions.back')}
          </Link>
          {maySend && (
            <a className="link text-sm lg:hidden" href="#send-again">
              {t('interactions.resend.title')}
            </a>
          )}
        </div>
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,23.25rem)]">
          <div className="grid gap-4">
            <SummaryCard ctx={ctx} customer={customer} message={message} i18n={i18n} />
            <Card id="content" title={message.subject ?? t('interactions.message.content')}>
              <MessageText body={message.body} i18n={i18n} />
            </Card>
            {ctx.viewer.can('attachments.read') && (
              <AttachmentsCard ctx={ctx} customer={customer} message={message} search={search} i18n={i18n} />
            )}
          </div>
          <div className="grid gap-4">
            {maySend && (
              <div className="grid gap-4" id="send-again">
                <ResendCard customer={customer} message={message} i18n={i18n} />
              </div>
            )}
            {ctx.viewer.can('cases.read') && (
              <CasesCard
                ctx={ctx}
                survivorId={customer.id}
                target={{ customerId: message.customerId, kind: 'send', id: message.id }}
                i18n={i18n}
              />
            )}
            <HappenedCard happened={message.happened} i18n={i18n} />
            <TakeOutCard
              ctx={ctx}
              customer={customer}
              part="messages"
              recordId={message.customerId}
              rowId={message.id}
              i18n={i18n}
            />
          </div>
        </div>
      </div>
    )
  },
})
