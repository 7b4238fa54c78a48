import { ContactAnswer } from '@/components/contacts/contact-answer'
import type { SectionProps } from '@/components/profile/section'
import { Card } from '@/components/ui/card'
import { StaticHtml } from '@/components/ui/static-html'
import { requirePrimary } from '@/lib/http/page'
import { listContactAnswers } from '@/lib/profile/contact-answers'

/** "Posso contatar?": one line per means and purpose, with the rule that decided. */
export async function CanContactCard({ customer, i18n }: SectionProps) {
  const answers = await listContactAnswers(await requirePrimary(), customer)
  return (
    <Card id="can-contact" title={i18n.t('contacts.can.title')}>
      <StaticHtml as="ul" className="pb-2">
        {answers.map((line) => (
          <li key={`${line.means}-${line.purpose}`}>
            <ContactAnswer customerId={customer.id} i18n={i18n} {...line} />
          </li>
        ))}
      </StaticHtml>
    </Card>
  )
}
