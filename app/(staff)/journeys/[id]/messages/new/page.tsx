import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { SelectField } from '@/components/forms/select-field'
import { messageFields } from '@/components/journeys/message-fields'
import { page, titled } from '@/app/_frame/staff-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { addMessageAction } from '@/lib/journeys/actions'
import { toJourney, toJourneys } from '@/lib/journeys/paths'
import { getJourney } from '@/lib/journeys/queries'
import { JOURNEY_CHANNELS } from '@/lib/journeys/schema'

export const generateMetadata = titled('journeys.manage', ({ t }) => t('journeys.addMessage'))

export default page('journeys.manage', async ({ ctx, params, i18n, t }) => {
  const journey = await getJourney(ctx, params.id)
  if (!journey || journey.retiredAt) notFound()
  const home = toJourney({ journeyId: journey.id })
  const channels = JOURNEY_CHANNELS.map((value) => ({ value, label: t(`sending.channels.${value}`) }))
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[
          { label: t('journeys.title'), href: toJourneys() },
          { label: journey.name, href: home },
          { label: t('journeys.addMessage') },
        ]}
      />
      <PageHeader title={t('journeys.addMessage')} />
      <Card>
        <CardBody>
          <ActionForm
            action={addMessageAction}
            submit={t('journeys.save')}
            cancelHref={home}
            hidden={{ journeyId: journey.id }}
            texts={formTexts(t)}
          >
            <SelectField name="channel" label={t('journeys.channel')} required options={channels} />
            {messageFields({ withSubject: true, i18n })}
          </ActionForm>
        </CardBody>
      </Card>
    </>
  )
})
