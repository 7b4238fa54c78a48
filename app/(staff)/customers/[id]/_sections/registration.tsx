import type { ReactNode } from 'react'
import { BadgeCheck } from '@/components/ui/icons'
import type { SectionProps } from '@/components/profile/section'
import { Reveal } from '@/components/privacy/reveal'
import { ActionButton } from '@/components/forms/action-button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { validateCustomerAction } from '@/lib/customers/actions'
import { registrationItems, type RegistrationItem } from '@/lib/profile/registration'

/** Basic information, to view, validate and edit, then the attributes from other systems. */
export async function RegistrationSection(props: SectionProps) {
  const { ctx, customer, i18n } = props
  const mayReveal = customer.attributesMasked && ctx.viewer.can('personal.reveal')
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <RegistrationCard {...props} />
      <div className="grid gap-4">
        <Listed
          title={i18n.t('profile.attributes')}
          items={Object.entries(customer.attributes)}
          action={
            mayReveal && (
              <Reveal
                alone
                subject="attributes"
                text={i18n.t('profile.reveal')}
                aria-label={i18n.t('profile.revealAttributes')}
              />
            )
          }
        />
        <Listed
          title={i18n.t('profile.externalIds')}
          items={customer.externalIds.map((e) => [e.source, e.externalId])}
        />
      </div>
    </div>
  )
}

function RegistrationCard({ ctx, customer, i18n }: SectionProps) {
  const { t } = i18n
  const mayEdit = ctx.viewer.can('customers.edit')
  const items = registrationItems(customer, i18n)
  const here = `/customers/${customer.id}/registration`
  return (
    <Card
      title={t('customers.registration.title')}
      action={
        mayEdit && (
          <ButtonLink href={`${here}/edit`} size="sm">
            {t('customers.registration.edit')}
          </ButtonLink>
        )
      }
    >
      <DefinitionList
        items={items.map((item) => ({ label: item.label, value: item.value ?? '—', hint: <Validated item={item} /> }))}
      />
      <CardBody>
        <small className="text-ink-3">
          {t('profile.created', { date: i18n.format.dateTime(customer.createdAt, 'day') })} ·{' '}
          {t('profile.updated', { when: '' })}
          <Time at={customer.updatedAt} now={ctx.now} i18n={i18n} relative />
        </small>
      </CardBody>
      {mayEdit && (
        <div className="border-line-soft text-ink-2 flex flex-wrap items-center justify-between gap-3 border-t px-4 py-3 text-xs">
          {t('customers.registration.validateHint')}
          <ActionButton
            id="validate-all"
            action={validateCustomerAction}
            fields={{ customerId: customer.id, field: 'all' }}
            icon={<BadgeCheck />}
            size="sm"
            label={t('customers.registration.validateAll')}
          />
        </div>
      )}
    </Card>
  )
}

const Validated = ({ item }: { item: RegistrationItem }) =>
  item.validated && (
    <span className="text-ok inline-flex items-center gap-1">
      <BadgeCheck aria-hidden className="size-3.5" /> {item.validated}
    </span>
  )

type ListedProps = { title: string; items: [string, string][]; action?: ReactNode }

const Listed = ({ title, items, action }: ListedProps) =>
  items.length > 0 && (
    <Card title={title} action={action}>
      <DefinitionList items={items.map(([label, value]) => ({ label, value }))} />
    </Card>
  )

/** Only the fields with a value, for the overview. */
export async function RegistrationSummary({ ctx, customer, i18n }: SectionProps) {
  const { t } = i18n
  const here = `/customers/${customer.id}/registration`
  const items = registrationItems(customer, i18n).filter(
    (item) => item.value && item.field !== 'name' && item.field !== 'document',
  )
  const mayEdit = ctx.viewer.can('customers.edit')
  return (
    <Card title={t('customers.registration.title')} action={<Link href={here}>{t('profile.seeAll')}</Link>}>
      {items.length ? (
        <DefinitionList wide items={items.map((item) => ({ label: item.label, value: item.value }))} />
      ) : (
        <CardBody>
          {t('profile.emptyRegistration')}{' '}
          {mayEdit && (
            <Link className="link" href={`${here}/edit`}>
              {t('profile.completeRegistration')}
            </Link>
          )}
        </CardBody>
      )}
    </Card>
  )
}
