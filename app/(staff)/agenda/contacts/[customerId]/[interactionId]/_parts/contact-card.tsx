import { ReasonWords } from '@/app/(staff)/agenda/_parts/reason-words'
import { Reveal } from '@/components/privacy/reveal'
import { buttonClass } from '@/components/ui/variants'
import { Card } from '@/components/ui/card'
import { MessageCircle, Phone } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'
import { toAgenda } from '@/lib/agenda/paths'
import type { I18n } from '@/lib/i18n/translator'
import type { ShownContact } from '@/lib/seller-agenda/get-contact'

type Props = {
  contact: ShownContact
  /** The address that opens the phone; null when this viewer cannot open it from here. */
  href: string | null
  i18n: I18n
}

const ICONS = { call: Phone, whatsapp: MessageCircle } as const

/** What the contact is about, the phone, and the link that opens it again. */
export function ContactCard({ contact, href, i18n: { t, format } }: Props) {
  const { interaction, reason, phone, customer, closesAt } = contact
  const { means } = interaction
  const Icon = ICONS[means]
  const isOpen = interaction.situation === 'open'
  return (
    <Card title={t(`sellerAgenda.contact.${means}`, { time: format.dateTime(interaction.startedAt, 'time') })}>
      <StaticHtml as="div" className="card-body agenda-call">
        {reason && <ReasonWords kind={reason.kind} reason={reason.reason} t={t} />}
        {phone && (
          <p>
            {t('sellerAgenda.contact.number')}: <span className="nowrap">{phone.text}</span>
            {phone.isMasked && <Reveal subject={`point:${phone.pointId}`} text={t('sellerAgenda.contact.reveal')} />}
          </p>
        )}
        {means === 'whatsapp' && reason?.message && (
          <p className="agenda-message">
            <b>{t('sellerAgenda.contact.message')}:</b> {reason.message}
          </p>
        )}
        {href && (
          // Not a `Link`: the address answers with a redirect to the phone, which the browser has to follow itself.
          <a className={buttonClass('secondary', 'md', 'agenda-again')} href={href} rel="noreferrer">
            <Icon aria-hidden />
            {t(`sellerAgenda.contact.${means}Again`)}
          </a>
        )}
        <p className="agenda-facts">
          {isOpen
            ? t('sellerAgenda.contact.closes', { time: format.dateTime(closesAt, 'time') })
            : t('sellerAgenda.contact.closed', { situation: t(`agenda.situations.${interaction.situation}`) })}{' '}
          <Link className="link" href={toAgenda(customer.id)}>
            {t('sellerAgenda.contact.profile')}
          </Link>
        </p>
      </StaticHtml>
    </Card>
  )
}
