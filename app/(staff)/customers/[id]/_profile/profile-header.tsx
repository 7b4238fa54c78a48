import { Pencil } from '@/components/ui/icons'
import { Avatar } from '@/components/ui/avatar'
import { Chip } from '@/components/ui/chip'
import { IconLink } from '@/components/ui/icon-button'
import { StaticHtml } from '@/components/ui/static-html'
import { Time, whenWords } from '@/components/ui/time'
import { shownName } from '@/lib/customer-group/shown-name'
import { Assignment } from './assignment'
import { DocumentLine } from './document-line'
import type { ProfilePage } from './props'
import { NameForm } from './name-form'
import { Rating } from './rating'

/** Identifies the customer at a glance. The name and the assigned user are edited in place. */
export function ProfileHeader(page: ProfilePage) {
  const { ctx, customer, search, i18n, t } = page
  const mayEdit = ctx.viewer.can('customers.edit')
  return (
    <StaticHtml as="header" className="profile-head" interactive={search.edit !== undefined}>
      <Avatar name={shownName(customer)} size="lg" />
      <div className="min-w-0 flex-1">
        {search.edit === 'name' && mayEdit ? (
          <NameForm {...page} />
        ) : (
          <div className="profile-name">
            <h1>{shownName(customer)}</h1>
            {mayEdit && <IconLink href={toEditName(customer)} label={t('profile.rename')} icon={<Pencil />} />}
          </div>
        )}
        <div className="profile-meta">
          {customer.kind === 'company' && customer.preferredName && <b>{customer.preferredName}</b>}
          <DocumentLine {...page} />
          <Rating {...page} />
          {customer.kind === 'company' && <Chip>{t('profile.company')}</Chip>}
        </div>
        <div className="profile-meta">
          <Assignment {...page} />
          <span>{lastInteraction(page)}</span>
        </div>
        <p className="profile-dates">
          {t('profile.created', { date: i18n.format.dateTime(customer.createdAt, { dateStyle: 'medium' }) })} ·{' '}
          <span className="nowrap">
            {t('profile.updated', { when: '' })}
            <Time at={customer.updatedAt} i18n={i18n} relative />
          </span>
        </p>
      </div>
    </StaticHtml>
  )
}

/** A social name is edited beside the civil one, so that nobody changes the other by mistake. */
const toEditName = ({ id, kind, preferredName }: ProfilePage['customer']) =>
  kind === 'person' && preferredName ? `/customers/${id}/registration/edit` : `/customers/${id}?edit=name`

const CHANNELS = ['mobile', 'whatsapp', 'landline', 'email', 'sms', 'store', 'phone', 'chat'] as const

function lastInteraction({ customer, ctx, i18n, t }: ProfilePage): string {
  if (!customer.lastInteractionAt) return t('profile.noInteraction')
  const when = whenWords(customer.lastInteractionAt, ctx.now, i18n)
  const channel = CHANNELS.find((known) => known === customer.lastInteractionChannel)
  return channel
    ? t('profile.lastInteractionBy', { when, channel: t(`customers.channels.${channel}`) })
    : t('profile.lastInteraction', { when })
}
