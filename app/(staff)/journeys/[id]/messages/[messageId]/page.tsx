import { notFound } from 'next/navigation'
import { MessageText } from '@/components/interactions/message-text'
import { smsTexts, smsWords } from '@/components/sending/sms-words'
import { page, titled } from '@/app/_frame/staff-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { toJourney, toJourneys } from '@/lib/journeys/paths'
import { previewOf } from '@/lib/journeys/preview'
import { getJourneyMessage } from '@/lib/journeys/queries'
import { ChangeMessageCards } from './_parts/change-message-cards'

export const generateMetadata = titled(
  'journeys.manage',
  async ({ ctx, params, t }) =>
    (await getJourneyMessage(ctx, params.id, params.messageId))?.message.name ?? t('journeys.title'),
)

export default page('journeys.manage', async ({ ctx, params, i18n, t }) => {
  const found = await getJourneyMessage(ctx, params.id, params.messageId)
  if (!found) notFound()
  const { journey, message } = found
  const preview = previewOf(message, journey.purpose, t)
  const retired = journey.retiredAt ?? message.retiredAt
  const place = `${t(`sending.channels.${message.channel}`)} · ${t('interactions.step', { step: message.step })}`
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[
          { label: t('journeys.title'), href: toJourneys() },
          { label: journey.name, href: toJourney({ journeyId: journey.id }) },
          { label: message.name },
        ]}
      />
      <PageHeader title={message.name} text={retired ? `${place} · ${t('journeys.retired')}` : place} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          {!retired && <ChangeMessageCards message={message} sms={preview.sms} i18n={i18n} />}
        </div>
        <Card title={t('journeys.preview')}>
          <CardBody>
            <p className="text-ink-3 text-xs">{t('journeys.previewHint')}</p>
            {preview.sms && <p className="text-ink-3 text-xs">{smsWords(preview.sms.text, smsTexts(t))}</p>}
            {preview.subject && <p className="mt-3 font-semibold">{preview.subject}</p>}
          </CardBody>
          <MessageText body={preview.body} i18n={i18n} />
        </Card>
      </div>
    </>
  )
})
