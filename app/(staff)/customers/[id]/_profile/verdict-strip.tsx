import { answerFor } from '@/components/contacts/contact-matrix'
import { MEANS } from '@/lib/contact-policy/policy'
import type { I18n } from '@/lib/i18n/translator'
import type { ContactSummary } from './contact-summary'
import { RAIL_ID } from './rail'

type Props = { summary: ContactSummary; t: I18n['t'] }

/** Whether each means may be used for service, in a few words. */
export function Verdicts({ summary, t }: Props) {
  return MEANS.map((means) => {
    const answer = answerFor(summary.answers, means, 'service')
    if (!answer || answer.rule === 'no_point') return null
    const verdict = answer.verdict === 'yes' ? 'yes' : 'no'
    return (
      <span key={means} data-verdict={verdict}>
        {t(`contacts.can.short.${means}`)} <b>{t(`contacts.can.${verdict}`)}</b>
      </span>
    )
  })
}

/** The button that opens the rail on a phone. */
export const VerdictStrip = ({ summary, t }: { summary: ContactSummary | null; t: I18n['t'] }) => (
  <button type="button" className="verdict-strip" popoverTarget={RAIL_ID} id="verdicts">
    {!summary || summary.answers.every(({ answer }) => answer.rule === 'no_point') ? (
      t('contacts.can.title')
    ) : (
      <>
        <span className="sr-only">{t('contacts.can.title')} </span>
        <Verdicts summary={summary} t={t} />
      </>
    )}
  </button>
)
