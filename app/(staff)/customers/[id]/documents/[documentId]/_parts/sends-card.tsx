import { SendEntry } from '@/components/documents/send-entry'
import { SectionPager } from '@/components/profile/section-pager'
import { Card, CardBody } from '@/components/ui/card'
import { Tabs } from '@/components/ui/tabs'
import { toDocument } from '@/lib/documents/paths'
import type { ListedDocument } from '@/lib/documents/queries/kits'
import { listSends } from '@/lib/documents/queries/sends'
import { isSendChannel, SEND_CHANNELS } from '@/lib/sending/channels'
import type { ProfilePage } from '../../../_profile/props'

/** The sends of a document by channel, with their messages (D5, D8). */
export async function SendsCard({ ctx, customer, search, i18n, document }: ProfilePage & { document: ListedDocument }) {
  const { t } = i18n
  const channel = isSendChannel(search.channel) ? search.channel : undefined
  const { sends, nextCursor } = await listSends(ctx, customer, {
    documentId: document.id,
    channel,
    cursor: search.cursor,
  })
  const here = toDocument(customer.id, document.id)
  const tabs = [
    { href: here, label: t('documents.sends.all'), current: !channel },
    ...SEND_CHANNELS.map((one) => ({
      href: `${here}?channel=${one}`,
      label: t(`sending.channels.${one}`),
      current: one === channel,
    })),
  ]
  return (
    <Card id="sends" title={t('documents.sends.title')}>
      <Tabs label={t('documents.sends.filter')} items={tabs} />
      {sends.length ? (
        <ol className="sends">
          {sends.map((send) => (
            <SendEntry key={send.id} send={send} i18n={i18n} />
          ))}
        </ol>
      ) : (
        <CardBody>{t(channel ? 'documents.sends.noneOnChannel' : 'documents.sends.none')}</CardBody>
      )}
      <SectionPager i18n={i18n} path={here} query={{ channel }} cursor={search.cursor} nextCursor={nextCursor} />
    </Card>
  )
}
