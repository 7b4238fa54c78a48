import { FileX2 } from '@/components/ui/icons'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { listLiveJourneys, listMessages } from '@/lib/documents/journeys'
import { toDocuments } from '@/lib/documents/paths'
import { getKit } from '@/lib/documents/queries/kits'
import { requirePrimary } from '@/lib/http/page'
import { isSendChannel } from '@/lib/sending/channels'
import { firstAllowedChannel } from '@/lib/sending/first-channel'
import type { ProfilePage } from '../../_profile/props'
import { profilePage, profileTitled } from '../../_profile/profile-page'
import { ChooseForm } from './_parts/choose-form'
import { SendForm } from './_parts/send-form'

export const generateMetadata = profileTitled('messages.send')

/**
 * Resends documents of a kit: first the journey and the channel are chosen, then the documents and the recipient (D3,
 * D4).
 */
export default profilePage('messages.send', {
  section: 'documents',
  render: async (page) => {
    const { ctx, customer, search, t } = page
    const kit = await getKit(ctx, customer, search.kit)
    if (!kit) notFound()
    const back = <ButtonLink href={toDocuments(customer.id)}>{t('documents.view.back')}</ButtonLink>
    const problem = !kit.journeyId
      ? 'noJourney'
      : kit.documents.every((document) => document.state !== 'available')
        ? 'nothing'
        : null
    if (problem) {
      return (
        <Card>
          <EmptyState
            icon={FileX2}
            title={t(`documents.resend.${problem}Title`)}
            text={t(`documents.resend.${problem}Text`)}
            action={back}
          />
        </Card>
      )
    }
    const journeys = await listLiveJourneys(ctx)
    const journey =
      journeys.find(({ id }) => id === search.journey) ?? journeys.find(({ id }) => id === kit.journeyId) ?? journeys[0]
    const channel = isSendChannel(search.channel) ? search.channel : await openingChannel(page, journey)
    return (
      <div className="grid max-w-[44rem] gap-4">
        <Card title={t('documents.resend.choose')}>
          <CardBody>
            <ChooseForm {...page} kitId={kit.id} journeys={journeys} journeyId={journey?.id} channel={channel} />
          </CardBody>
        </Card>
        {journey && (
          <SendForm {...page} key={`${journey.id} ${channel}`} kit={kit} journey={journey} channel={channel} />
        )}
      </div>
    )
  },
})

type Journey = Awaited<ReturnType<typeof listLiveJourneys>>[number]

async function openingChannel({ ctx, customer }: ProfilePage, journey: Journey | undefined) {
  if (!journey) return 'email'
  const send = { customerId: customer.id, journey, revealed: customer.revealed }
  return firstAllowedChannel(
    await requirePrimary(),
    send,
    async (channel) => (await listMessages(ctx, journey.id, channel)).length > 0,
  )
}
