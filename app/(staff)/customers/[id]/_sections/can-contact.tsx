import { ContactAnswer } from '@/components/contacts/contact-answer'
import type { SectionProps } from '@/components/profile/section'
import { Card } from '@/components/ui/card'
import { StaticHtml } from '@/components/ui/static-html'
import { listPreferences } from '@/lib/consents/queries'
import { PURPOSES } from '@/lib/consents/schema'
import { canContact, MEANS } from '@/lib/contact-policy/policy'
import { listPoints } from '@/lib/contacts/queries'

/** "Posso contatar?": one line per means and purpose, with the rule that decided. */
export async function CanContactCard({ ctx, customer, i18n }: SectionProps) {
  const points = (await listPoints(ctx, customer)).filter((p) => p.channel !== 'address')
  const preferences = await listPreferences(ctx, customer)
  const lines = MEANS.flatMap((means) => PURPOSES.map((purpose) => ({ means, purpose })))
  return (
    <Card id="can-contact" title={i18n.t('contacts.can.title')}>
      <StaticHtml as="ul" className="pb-2">
        {lines.map((line) => (
          <li key={`${line.means}-${line.purpose}`}>
            <ContactAnswer
              customerId={customer.id}
              answer={canContact(points, preferences, line.means, line.purpose)}
              i18n={i18n}
              {...line}
            />
          </li>
        ))}
      </StaticHtml>
    </Card>
  )
}
