import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { whenWords } from '@/components/ui/time'
import { mayAssign } from '@/lib/customers/policy'
import { env } from '@/lib/env'
import { formatDay } from '@/lib/i18n/format-day'
import { toLastInteraction } from '@/lib/interactions/paths'
import type { ProfilePage } from './props'

type Fact = { key: string; label: string; value: ReactNode }

/** The facts of the rail: who is responsible, the last interaction, and what the registration says about the relationship. */
export function CustomerFacts(page: ProfilePage) {
  const { t } = page
  const facts = [assignedFact(page), lastInteractionFact(page), ...registrationFacts(page)]
  return (
    <section aria-labelledby="rail-facts">
      <h2 id="rail-facts">
        <Link href={`/customers/${page.customer.id}/registration`}>{t('profile.rail.facts')}</Link>
      </h2>
      <dl className="rail-facts">
        {facts.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function assignedFact({ ctx, customer, t }: ProfilePage): Fact {
  const may = mayAssign(ctx.viewer, customer, env().ASSIGNMENT)
  return {
    key: 'assigned',
    label: t('profile.facts.assigned'),
    value: (
      <>
        {customer.assignedName ?? t('profile.unassigned')}
        {may && (
          <>
            {' · '}
            <Link className="link" href={`/customers/${customer.id}?edit=assigned`}>
              {customer.assignedName ? t('profile.assignChange') : t('profile.assignSet')}
            </Link>
          </>
        )}
      </>
    ),
  }
}

const CHANNELS = ['mobile', 'whatsapp', 'landline', 'email', 'sms', 'store', 'phone', 'chat'] as const

function lastInteractionFact({ customer, ctx, i18n, t }: ProfilePage): Fact {
  const label = t('profile.facts.lastInteraction')
  const at = customer.lastInteractionAt
  if (!at) return { key: 'last', label, value: t('profile.noInteraction') }
  const channel = CHANNELS.find((known) => known === customer.lastInteractionChannel)
  const when = whenWords(at, ctx.now, i18n)
  return {
    key: 'last',
    label,
    value: (
      <Link className="link" href={toLastInteraction(customer.id)} title={i18n.format.dateTime(at, 'dayTime')}>
        {channel ? `${when}, ${t(`customers.channels.${channel}`)}` : when}
      </Link>
    ),
  }
}

function registrationFacts({ customer, i18n, t }: ProfilePage): Fact[] {
  const day = (value: string | null) => value && formatDay(value, i18n)
  const since = day(customer.registeredOn) ?? i18n.format.dateTime(customer.createdAt, 'day')
  const born = customer.kind === 'person' ? t('profile.facts.birthOn') : t('profile.facts.foundedOn')
  return [
    { key: 'store', label: t('profile.facts.store'), value: customer.storeName },
    { key: 'purchase', label: t('profile.facts.lastPurchaseOn'), value: day(customer.lastPurchaseOn) },
    { key: 'born', label: born, value: day(customer.birthOn) },
    { key: 'since', label: t('profile.facts.registeredOn'), value: since },
  ].filter(({ value }) => value)
}
