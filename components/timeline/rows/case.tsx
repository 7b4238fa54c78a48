import { stateWords } from '@/components/cases/words'
import { Chip } from '@/components/ui/chip'
import { Briefcase } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toCase } from '@/lib/cases/paths'
import type { RowParts, RowProps } from './props'
import { shortText } from './short-text'

export function caseRow({ event: { event, detail }, customerId, i18n: { t } }: RowProps<'cases'>): RowParts {
  const { caseId, number, subject, stateKey, stateName, closed, comment } = detail
  const happened = event === 'opened' || event === 'closed' ? event : 'commented'
  const numbered = `${t('cases.number', { number: String(number) })} · ${t(`timeline.case.${happened}`)}`
  return {
    icon: Briefcase,
    title: <Link href={toCase(customerId, caseId)}>{comment ? shortText(comment) : subject}</Link>,
    note: comment ? `${numbered} · ${subject}` : numbered,
    end: event === 'opened' && (
      <Chip tone={closed ? 'neutral' : 'accent'}>{stateWords({ key: stateKey, name: stateName }, t)}</Chip>
    ),
  }
}
