import { Chip, type Tone } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { toPreferences } from '@/lib/consents/paths'
import { SERVED_BY, type Answer, type Means, type Purpose, type Verdict } from '@/lib/contact-policy/policy'
import { toPoint, toPoints } from '@/lib/contacts/paths'
import type { I18n } from '@/lib/i18n/translator'
import { day, fromLine } from './words'

type Props = { customerId: string; means: Means; purpose: Purpose; answer: Answer; i18n: I18n }

const TONES: Record<Verdict, Tone> = { yes: 'ok', choose: 'warn', no_record: 'warn', no: 'bad' }

/** One line with the means, the purpose, and the answer with its rule. It links to the page where the answer can be changed. */
export function ContactAnswer({ customerId, means, purpose, answer, i18n }: Props) {
  const { t } = i18n
  const byPreference = ['cancelled', 'no_record', 'unsubscribed'].includes(answer.rule)
  const bySuppression = answer.rule === 'bounced' || answer.rule === 'complained'
  const href = byPreference
    ? toPreferences({ customerId })
    : bySuppression && answer.pointId
      ? `${toPoint({ customerId, pointId: answer.pointId })}#suppression`
      : `${toPoints({ customerId })}#channel-${SERVED_BY[means][0]}`
  return (
    <Link
      href={href}
      title={why(answer, i18n)}
      className="hover:bg-sunken flex flex-wrap items-center justify-between gap-x-3 gap-y-0.5 px-4 py-1 pointer-coarse:min-h-11 pointer-coarse:content-center"
    >
      <span>
        {t(`contacts.can.means.${means}`)}{' '}
        <small className="text-ink-3 text-xs">· {t(`contacts.can.purpose.${purpose}`)}</small>
      </span>
      <span className="flex flex-wrap items-center gap-x-2">
        {answer.from && <small className="text-ink-3 text-xs">{fromLine(i18n, answer.from)}</small>}
        <Chip tone={TONES[answer.verdict]}>{rule(answer, means, i18n)}</Chip>
      </span>
    </Link>
  )
}

function rule({ rule, at, isRefusal }: Answer, means: Means, i18n: I18n): string {
  const { t } = i18n
  if (rule === 'no_point') return t(`contacts.can.rule.no_point.${means}`)
  if (rule === 'all_blocked')
    return at ? t('contacts.can.rule.all_blocked_on', { date: day(i18n, at) }) : t('contacts.can.rule.all_blocked')
  if (rule === 'cancelled')
    return t(`contacts.can.rule.${isRefusal ? 'refused' : rule}`, { date: at ? day(i18n, at) : '' })
  if (rule === 'bounced' || rule === 'complained' || rule === 'unsubscribed')
    return t(`contacts.can.rule.${rule}`, { date: at ? day(i18n, at) : '' })
  return t(`contacts.can.rule.${rule}`)
}

function why({ rule, by, isRefusal }: Answer, { t }: I18n): string {
  const said = rule === 'cancelled' && isRefusal ? 'refused' : rule
  if (by && (said === 'all_blocked' || said === 'cancelled' || said === 'refused'))
    return t(`contacts.can.why.${said}_by`, { who: by })
  return t(`contacts.can.why.${said}`)
}
