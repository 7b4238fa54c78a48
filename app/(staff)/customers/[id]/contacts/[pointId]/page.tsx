import { notFound } from 'next/navigation'
import { toPoint } from '@/lib/contacts/paths'
import { getPoint, listVersions } from '@/lib/contacts/queries'
import { requirePrimary } from '@/lib/http/page'
import { listSuppressedPoints } from '@/lib/sending/suppressed-points'
import { profilePage, profileTitled } from '../../_profile/profile-page'
import { TakeOutCard } from '../../_profile/take-out-card'
import { EditCard } from './_parts/edit-card'
import { RemoveCard } from './_parts/remove-card'
import { SendingCard } from './_parts/sending-card'
import { SuppressionCard } from './_parts/suppression-card'
import { SummaryCard } from './_parts/summary-card'
import { VersionsCard } from './_parts/versions-card'

export const generateMetadata = profileTitled('contacts.read')

/** One contact point with all its actions and its earlier values. */
export default profilePage('contacts.read', {
  section: 'contacts',
  render: async (page) => {
    const { ctx, customer, params } = page
    const point = await getPoint(ctx, customer, params.pointId)
    if (!point) notFound()
    const versions = await listVersions(ctx, customer, point.id)
    const part = { ...page, point, here: toPoint({ customerId: customer.id, pointId: point.id }) }
    const suppressed = await listSuppressedPoints(await requirePrimary(), customer.memberIds)
    const suppression = suppressed.find(({ pointId, purpose }) => pointId === point.id && purpose === 'all')
    const mayEdit = ctx.viewer.can('contacts.edit')
    return (
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,23.25rem)]">
        <div className="grid gap-4">
          <SummaryCard {...part} />
          {mayEdit && !point.retiredAt && <EditCard {...part} />}
          <VersionsCard versions={versions} i18n={page.i18n} />
        </div>
        {!point.retiredAt && (
          <div className="grid gap-4">
            {suppression && <SuppressionCard {...part} suppression={suppression} />}
            {mayEdit && <SendingCard {...part} />}
            {mayEdit && <RemoveCard {...part} />}
            <TakeOutCard {...page} part="contacts" recordId={point.recordId} rowId={point.id} />
          </div>
        )}
      </div>
    )
  },
})
