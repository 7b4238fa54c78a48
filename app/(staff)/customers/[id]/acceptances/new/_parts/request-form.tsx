import { ClosedRecipients } from '@/components/sending/closed-recipients'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { Tabs } from '@/components/ui/tabs'
import { toNewAcceptance } from '@/lib/acceptances/paths'
import type { listRequestable } from '@/lib/acceptances/queries'
import { toNewPoint } from '@/lib/contacts/paths'
import { listMessages } from '@/lib/documents/journeys'
import { env } from '@/lib/env'
import { requirePrimary } from '@/lib/http/page'
import type { SendChannel } from '@/lib/sending/address'
import { isSendChannel, SEND_CHANNELS } from '@/lib/sending/channels'
import { firstAllowedChannel } from '@/lib/sending/first-channel'
import { choicesOf } from '@/lib/sending/recipient-choices'
import { POINT_CHANNEL } from '@/lib/sending/reach'
import { listRecipients } from '@/lib/sending/recipients'
import type { ProfilePage } from '../../../_profile/props'
import { RequestFields } from './request-fields'

type Document = Awaited<ReturnType<typeof listRequestable>>[number]
type Props = ProfilePage & { document: Document }

/** Asks for the channel, and then for the message, the recipient, the deadline and the terms. `planSend` checks again what is chosen here. */
export async function RequestForm({ ctx, customer, search, document, i18n, t }: Props) {
  const { journey } = document
  const withLink = async (channel: SendChannel) =>
    (await listMessages(ctx, journey.id, channel)).filter(({ body }) => body.includes('{{link}}'))
  const primary = await requirePrimary()
  const send = { customerId: customer.id, journey, revealed: customer.revealed, onFileOnly: true }
  const channel = isSendChannel(search.channel)
    ? search.channel
    : await firstAllowedChannel(primary, send, async (one) => (await withLink(one)).length > 0)
  const messages = await withLink(channel)
  const recipients = await listRecipients(primary, { ...send, channel })
  const { open } = choicesOf(recipients, false)
  const days = env().ACCEPTANCE_ADDRESS_DAYS
  const tabs = SEND_CHANNELS.map((one) => ({
    href: toNewAcceptance(customer.id, document.id, one),
    label: t(`sending.channels.${one}`),
    current: one === channel,
  }))
  const fields = { customer, document, channel, messages, recipients, i18n }
  return (
    <div className="grid gap-4">
      <Card title={t('acceptances.request.title')}>
        <CardBody>
          <p className="mb-2">{t('acceptances.request.text')}</p>
          {days > 0 && <p className="mb-2">{t('acceptances.request.pendingHint', { days })}</p>}
          <p>
            <b>{document.title}</b> · {document.number}
          </p>
        </CardBody>
        <Tabs label={t('acceptances.request.channel')} items={tabs} />
        {messages.length === 0 && (
          <CardBody>
            <Banner tone="warn">{t('acceptances.request.noMessage', { journey: journey.name })}</Banner>
          </CardBody>
        )}
        {messages.length > 0 && recipients.points.length === 0 && (
          <CardBody>
            <Banner tone="warn">{t('acceptances.request.onFile')}</Banner>
            {ctx.viewer.can('contacts.edit') && (
              <ButtonLink href={toNewPoint(customer.id, POINT_CHANNEL[channel])}>
                {t('acceptances.request.addContact')}
              </ButtonLink>
            )}
          </CardBody>
        )}
        {messages.length > 0 && open.length > 0 && (
          <CardBody>
            <RequestFields key={channel} {...fields} />
          </CardBody>
        )}
      </Card>
      {messages.length > 0 && <ClosedRecipients recipients={recipients} i18n={i18n} />}
    </div>
  )
}
