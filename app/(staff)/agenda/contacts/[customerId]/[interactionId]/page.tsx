import { notFound } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { RevealForm } from '@/components/privacy/reveal'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { requirePrimary } from '@/lib/http/page'
import { getContact } from '@/lib/seller-agenda/get-contact'
import { hasOpenPhoneCookie } from '@/lib/seller-agenda/open-phone-cookie'
import { AGENDA, toOpenPhone } from '@/lib/seller-agenda/paths'
import { ContactCard } from './_parts/contact-card'
import { ResultForm } from './_parts/result-form'

export const generateMetadata = titled('agenda.work', ({ t }) => t('sellerAgenda.title'))

/**
 * One contact: the phone, the text, and the form for its result. Right after the press that started it, the page opens the phone or
 * WhatsApp by itself, by a refresh that works without scripting.
 */
export default page('agenda.work', async ({ params: { customerId, interactionId }, i18n, t }) => {
  const contact = await getContact(await requirePrimary(), { customerId, interactionId })
  if (!contact) notFound()
  const { customer, interaction, isOwn, phone } = contact
  const isOpen = interaction.situation === 'open'
  const canOpen = isOpen && isOwn && phone !== null
  const key = { customerId: customer.id, interactionId: interaction.id }
  const opensNow = canOpen && (await hasOpenPhoneCookie(interaction.id))
  return (
    <>
      {opensNow && <meta httpEquiv="refresh" content={`0;url=${toOpenPhone(key)}`} />}
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ href: AGENDA, label: t('sellerAgenda.contact.back') }, { label: customer.name }]}
      />
      <PageHeader title={t('sellerAgenda.contact.title', { name: customer.name })} />
      <RevealForm customerId={customer.id} />
      <div className="agenda-contact">
        <ContactCard contact={contact} href={canOpen ? toOpenPhone(key) : null} i18n={i18n} />
        {isOpen && (
          <Card id="result">
            <ResultForm contact={contact} t={t} />
          </Card>
        )}
      </div>
    </>
  )
})
