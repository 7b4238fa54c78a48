import { notFound } from 'next/navigation'
import { Link } from '@/components/ui/link'
import { toCases } from '@/lib/cases/paths'
import { getCase } from '@/lib/cases/queries'
import { listCaseStates } from '@/lib/cases/states'
import { profilePage, profileTitled } from '../../_profile/profile-page'
import { TakeOutCard } from '../../_profile/take-out-card'
import { AssignmentCard } from './_parts/assignment-card'
import { AttachmentsCard } from './_parts/attachments-card'
import { CommentsCard } from './_parts/comments-card'
import { EditCard } from './_parts/edit-card'
import { HistoryCard } from './_parts/history-card'
import { LinksCard } from './_parts/links-card'
import { StateCard } from './_parts/state-card'
import { SummaryCard } from './_parts/summary-card'

export const generateMetadata = profileTitled('cases.read')

/** One case: its facts and comments, and the forms that change it (K1). */
export default profilePage('cases.read', {
  section: 'cases',
  render: async (page) => {
    const { ctx, customer, params, t } = page
    const [found, states] = await Promise.all([getCase(ctx, customer, params.caseId), listCaseStates(ctx)])
    if (!found) notFound()
    const mayWrite = ctx.viewer.can('cases.write')
    const part = { ...page, found, states, mayWrite }
    return (
      <div className="grid gap-4">
        <Link className="link text-sm" href={toCases(customer.id)}>
          {t('cases.back')}
        </Link>
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,23.25rem)]">
          <div className="grid gap-4">
            <SummaryCard {...part} />
            <CommentsCard {...part} />
            <LinksCard {...part} />
            {ctx.viewer.can('attachments.read') && <AttachmentsCard {...part} />}
            {ctx.viewer.can('history.read') && <HistoryCard {...part} />}
          </div>
          {mayWrite && (
            <div className="grid gap-4">
              <StateCard {...part} />
              <AssignmentCard {...part} />
              <EditCard {...part} />
              <TakeOutCard {...page} part="cases" recordId={found.customerId} rowId={found.id} />
            </div>
          )}
        </div>
      </div>
    )
  },
})
