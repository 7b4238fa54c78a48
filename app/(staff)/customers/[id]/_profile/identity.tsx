import { Avatar } from '@/components/ui/avatar'
import { Chip } from '@/components/ui/chip'
import { Pencil } from '@/components/ui/icons'
import { IconLink } from '@/components/ui/icon-button'
import { StaticHtml } from '@/components/ui/static-html'
import { shownName } from '@/lib/customer-group/shown-name'
import { DocumentLine } from './document-line'
import { headerActions } from './header-actions'
import { NameForm } from './name-form'
import { PipelineStatus } from './pipeline-status'
import type { ProfilePage } from './props'
import { Rating } from './rating'

/** Who the customer is, in one row, with the actions that are used most. */
export async function Identity(page: ProfilePage) {
  const { ctx, customer, search, t } = page
  const mayEdit = ctx.viewer.can('customers.edit')
  const isRenamed = search.edit === 'name' && mayEdit
  const name = shownName(customer)
  const actions = await headerActions(page)
  return (
    <StaticHtml as="header" className="identity" interactive={isRenamed}>
      <Avatar name={name} />
      <div className="identity-who">
        {isRenamed ? (
          <NameForm {...page} />
        ) : (
          <div className="identity-name">
            <h1 title={name}>{name}</h1>
            {mayEdit && <IconLink href={toEditName(customer)} label={t('profile.rename')} icon={<Pencil />} />}
            {customer.kind === 'company' && <Chip>{t('profile.company')}</Chip>}
            <Rating {...page} />
          </div>
        )}
        <div className="identity-meta">
          <PipelineStatus {...page} />
          {customer.kind === 'company' && customer.preferredName && <b>{customer.preferredName}</b>}
          <DocumentLine {...page} />
        </div>
      </div>
      {actions}
    </StaticHtml>
  )
}

/** A social name is edited beside the civil one, so that nobody changes the other by mistake. */
const toEditName = ({ id, kind, preferredName }: ProfilePage['customer']) =>
  kind === 'person' && preferredName ? `/customers/${id}/registration/edit` : `/customers/${id}?edit=name`
