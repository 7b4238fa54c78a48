import { toChange } from '@/components/contacts/contact-matrix'
import { answerWords } from '@/components/contacts/answer-words'
import { MessageCircle, Phone } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import type { ContactMeans } from '@/lib/contact-policy/hours-rules'
import type { I18n } from '@/lib/i18n/translator'
import { PREFERENCE_OF } from '@/lib/seller-agenda/allowed-phones'
import type { MeansOption } from '@/lib/seller-agenda/contact-options'
import { START_FORM } from '@/lib/seller-agenda/paths'
import { closedWords, untilWords } from './words'

const ICONS = { call: Phone, whatsapp: MessageCircle } as const

type Props = {
  means: ContactMeans
  option: MeansOption
  customer: { customerId: string; customerName: string }
  /** Empty for a reminder. */
  reasonId: string
  /** Whether the viewer may start a contact, and no blackout stops it. */
  canStart: boolean
  now: Date
  i18n: I18n
}

/**
 * "Ligar" or "WhatsApp" of a row, with the time until which it is allowed. One press starts the contact. A means that is refused, or closed
 * at this hour, stays visible with its reason.
 */
export function MeansButton({ means, option, customer, reasonId, canStart, now, i18n }: Props) {
  const { t } = i18n
  const Icon = ICONS[means]
  const label = t(`sellerAgenda.means.${means}`)
  const name = customer.customerName
  if (option.state === 'refused') {
    const why = answerWords(option.answer, PREFERENCE_OF[means], i18n)
    const href = toChange({ customerId: customer.customerId, means: PREFERENCE_OF[means], answer: option.answer })
    return (
      <Link
        className="agenda-means"
        data-state="refused"
        href={href}
        aria-label={t('sellerAgenda.means.refusedFor', { means: label, name, why })}
      >
        <Icon aria-hidden />
        <span>
          {label}
          <small>{why}</small>
        </span>
      </Link>
    )
  }
  const note = option.state === 'open' ? untilWords(option.until, now, i18n) : closedWords(option.from, now, i18n)
  const title = `${t(`sellerAgenda.hours.${option.hours.source}`)}`
  if (option.state === 'closed' || !canStart)
    return (
      <span className="agenda-means" data-state="closed" title={title}>
        <Icon aria-hidden />
        <span>
          {label}
          <small>{note}</small>
        </span>
      </span>
    )
  return (
    <button
      id={`${means}-${reasonId || customer.customerId}`}
      form={START_FORM}
      name="intent"
      value={`start:${means}:${customer.customerId}:${reasonId}`}
      className="agenda-means"
      data-state="open"
      title={title}
      aria-label={`${t(`sellerAgenda.means.${means}For`, { name })}, ${note}`}
    >
      <Icon aria-hidden />
      <span>
        {label}
        <small>{note}</small>
      </span>
    </button>
  )
}
