import { Plus } from '@/components/ui/icons'
import { notFound } from 'next/navigation'
import { MessageTable } from '@/components/journeys/message-table'
import { page, titled } from '@/app/_frame/staff-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { toJourneys, toNewMessage } from '@/lib/journeys/paths'
import { getJourney } from '@/lib/journeys/queries'
import { ChangeCards } from './_parts/change-cards'

export const generateMetadata = titled(
  'journeys.manage',
  async ({ ctx, params, t }) => (await getJourney(ctx, params.id))?.name ?? t('journeys.title'),
)

export default page('journeys.manage', async ({ ctx, params, i18n, t, format }) => {
  const journey = await getJourney(ctx, params.id)
  if (!journey) notFound()
  const { id, name, purpose, retiredAt, messages } = journey
  const add = !retiredAt && (
    <ButtonLink href={toNewMessage(id)} variant="primary">
      <Plus aria-hidden />
      {t('journeys.addMessage')}
    </ButtonLink>
  )
  const status = retiredAt ? t('journeys.retiredOn', { date: format.dateTime(retiredAt, 'day') }) : t('journeys.active')
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ label: t('journeys.title'), href: toJourneys() }, { label: name }]}
      />
      <PageHeader title={name} text={`${t(`journeys.purposes.${purpose}`)} · ${status}`} actions={add} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title={t('journeys.messages')}>
          <MessageTable messages={messages} i18n={i18n} />
        </Card>
        {!retiredAt && <ChangeCards journey={journey} i18n={i18n} />}
      </div>
    </>
  )
})
