import { notFound } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { ActionButton } from '@/components/forms/action-button'
import { CustomerPicker } from '@/components/search/customer-picker'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { assignMessagesAction } from '@/lib/conversations/actions'
import { toUnassigned, UNASSIGNED } from '@/lib/conversations/paths'
import { getUnassigned } from '@/lib/conversations/unassigned'
import { listByIds } from '@/lib/search/hits'
import { isUuid } from '@/lib/values/ids'
import { WrittenMessages } from './_parts/written-messages'

export const generateMetadata = titled('conversations.assign', ({ t }) => t('conversations.unassigned.title'))

/** Messages without a customer, and the choice of one: among those who have the address, or by a search. */
export default page('conversations.assign', async ({ ctx, params, search, i18n, t }) => {
  const found = await getUnassigned(ctx, params.eventId)
  if (!found) notFound()
  const [chosen] = isUuid(search.customer) ? await listByIds(ctx, [search.customer]) : []
  const offered = chosen ? [chosen] : await listByIds(ctx, found.candidateIds)
  const title = found.subject ?? t(`conversations.channels.${found.channel}`)
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ label: t('conversations.unassigned.title'), href: UNASSIGNED }, { label: title }]}
      />
      <PageHeader title={title} text={t(`conversations.unassigned.reasons.${found.reason}`)} />
      <div className="grid gap-4">
        <WrittenMessages found={found} i18n={i18n} />
        {offered.length > 0 && (
          <Card title={t(chosen ? 'conversations.unassigned.other' : 'conversations.unassigned.candidates')}>
            <CardBody>
              <div className="flex flex-wrap gap-2">
                {offered.map(({ id, name, document }) => (
                  <ActionButton
                    key={id}
                    id={`assign-${id}`}
                    action={assignMessagesAction}
                    fields={{ customerId: id, eventId: found.id }}
                    label={t('conversations.unassigned.assignTo', {
                      name: document ? `${name} (${document.shown})` : name,
                    })}
                  />
                ))}
              </div>
            </CardBody>
          </Card>
        )}
        <CustomerPicker
          title={t('conversations.unassigned.other')}
          path={toUnassigned(found.id)}
          q={search.q}
          chooseHref={(id) => `${toUnassigned(found.id)}?customer=${id}`}
          i18n={i18n}
        />
      </div>
    </>
  )
})
