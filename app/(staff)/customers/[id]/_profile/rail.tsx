import { StaticHtml } from '@/components/ui/static-html'
import { SectionError } from '@/components/ui/section-error'
import { ContactMatrix } from '@/components/contacts/contact-matrix'
import { RailPoints } from '@/components/contacts/rail-points'
import { X } from '@/components/ui/icons'
import { currentPath } from '@/lib/http/page'
import { readContactSummary } from './contact-summary'
import { CustomerFacts } from './customer-facts'
import { railRelated } from './rail-related'
import type { ProfilePage } from './props'

export const RAIL_ID = 'rail'

/**
 * What stays beside every section: whether the customer may be contacted, the contact points, and a few facts. On a phone it is a popover,
 * which opens without scripting.
 */
export async function Rail(page: ProfilePage & { current: string }) {
  const { ctx, customer, current, i18n, t } = page
  const summary = await readContactSummary(customer)
  const related = await railRelated(page)
  return (
    <StaticHtml as="aside" className="rail" id={RAIL_ID} popover="auto" aria-label={t('profile.rail.label')}>
      <button
        type="button"
        className="icon-btn rail-close"
        popoverTarget={RAIL_ID}
        popoverTargetAction="hide"
        aria-label={t('contacts.can.close')}
      >
        <X />
      </button>
      <section aria-labelledby="can-contact">
        <h2 id="can-contact">{t('contacts.can.title')}</h2>
        {summary ? (
          <ContactMatrix customerId={customer.id} answers={summary.answers} i18n={i18n} />
        ) : (
          <SectionError
            text={t('common.sectionFailed')}
            retry={{ href: await currentPath(), label: t('common.tryAgain') }}
          />
        )}
      </section>
      {summary && current !== 'contacts' && (
        <RailPoints
          points={summary.points}
          customerId={customer.id}
          mayEdit={ctx.viewer.can('contacts.edit')}
          mayReveal={ctx.viewer.can('personal.reveal')}
          i18n={i18n}
        />
      )}
      <CustomerFacts {...page} />
      {related}
    </StaticHtml>
  )
}
