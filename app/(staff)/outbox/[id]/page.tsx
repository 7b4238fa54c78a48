import { notFound } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { OUTBOX } from '@/lib/outbox/paths'
import { getDelivery } from '@/lib/outbox/read-one'
import { titleOf } from '../_parts/title-of'
import { DeliveryChip } from '../_parts/delivery-chip'
import { DeliveryFacts } from './_parts/facts'
import { Letter } from './_parts/letter'
import { NotDelivered } from './_parts/not-delivered'
import { SimulateEvents } from './_parts/simulate-events'
import { DeliveryEvents } from './_parts/delivery-events'

export const generateMetadata = titled('outbox.read', ({ t }) => t('sending.outbox.title'))

export default page('outbox.read', async ({ ctx, params, i18n, t }) => {
  const delivery = await getDelivery(ctx, params.id)
  if (!delivery) notFound()
  const title = titleOf({ ...delivery, subject: delivery.content?.subject ?? null }, i18n)
  return (
    <>
      <Breadcrumb items={[{ href: OUTBOX, label: t('sending.outbox.title') }, { label: title }]} />
      <PageHeader
        title={
          <>
            {title} <DeliveryChip delivery={delivery} t={t} />
          </>
        }
      />
      <div className="grid gap-4">
        {delivery.state === 'dead' && (
          <NotDelivered delivery={delivery} mayRetry={ctx.viewer.can('outbox.manage')} t={t} />
        )}
        <Letter delivery={delivery} t={t} />
        {delivery.canSimulateEvents && delivery.state !== 'dead' && <SimulateEvents delivery={delivery} t={t} />}
        <DeliveryEvents delivery={delivery} i18n={i18n} />
        <DeliveryFacts delivery={delivery} i18n={i18n} />
      </div>
    </>
  )
})
