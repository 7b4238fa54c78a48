import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { whenWords } from '@/components/ui/time'
import { mayAssign } from '@/lib/customers/policy'
import { env } from '@/lib/env'
import { formatDay } from '@/lib/i18n/format-day'
import { listInteractions } from '@/lib/interactions/history'
import { toInteraction, toInteractions } from '@/lib/interactions/paths'
import { log } from '@/lib/log'
import type { ProfilePage } from './props'

type Fact = { key: string; label: string; value: ReactNode }

/** The facts of the rail: who is responsible, the last interaction, and what the registration says about the relationship. */
export async function customerFacts(page: ProfilePage): Promise<ReactNode> {
  const { t } = page
  const facts = [await assignedFact(page), await lastInteractionFact(page), ...registrationFacts(page)]
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

async function assignedFact({ ctx, customer, t }: ProfilePage): Promise<Fact> {
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

async function lastInteractionFact(page: ProfilePage): Promise<Fact> {
  const { customer, ctx, i18n, t } = page
  const label = t('profile.facts.lastInteraction')
  const at = customer.lastInteractionAt
  if (!at) return { key: 'last', label, value: t('profile.noInteraction') }
  const channel = CHANNELS.find((known) => known === customer.lastInteractionChannel)
  const when = whenWords(at, ctx.now, i18n)
  return {
    key: 'last',
    label,
    value: (
      <Link className="link" href={await toLastInteraction(page, at)} title={i18n.format.dateTime(at, 'dayTime')}>
        {channel ? `${when}, ${t(`customers.channels.${channel}`)}` : when}
      </Link>
    ),
  }
}

const SAME_EVENT_MS = 1000

/** The message of the last interaction; the list of interactions when it came from another system and has no message here. */
async function toLastInteraction({ ctx, customer }: ProfilePage, at: Date): Promise<string> {
  const list = toInteractions(customer.id)
  if (!ctx.viewer.can('interactions.read')) return list
  const { items } = await listInteractions(ctx, customer, { filter: { test: false }, limit: 1 }).catch(
    (error: unknown) => {
      log.error({ err: error, requestId: ctx.requestId }, 'the last interaction could not be read')
      return { items: [] }
    },
  )
  const [last] = items
  const isShown = last && Math.abs(last.at.getTime() - at.getTime()) < SAME_EVENT_MS
  return isShown ? toInteraction({ customerId: customer.id, sendId: last.sendId }) : list
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
