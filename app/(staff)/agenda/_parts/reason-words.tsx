import type { I18n } from '@/lib/i18n/translator'
import type { ReasonEntry } from '@/lib/seller-agenda/read-agenda'

type Props = Pick<ReasonEntry, 'kind' | 'reason'> & { t: I18n['t'] }

/** The kind of a reason and its text, unless the text only repeats the kind. */
export function ReasonWords({ kind, reason, t }: Props) {
  const name = t(`sellerAgenda.reasons.kinds.${kind}`)
  return (
    <p className="agenda-why">
      <b>{name}</b>
      {name.toLowerCase() !== reason.toLowerCase() && ` · ${reason}`}
    </p>
  )
}
