import { Link } from '@/components/ui/link'
import { toPreferences } from '@/lib/consents/paths'
import { PURPOSES } from '@/lib/consents/schema'
import { MEANS, SERVED_BY, type Answer, type Means, type Purpose } from '@/lib/contact-policy/policy'
import { toPoint, toPoints } from '@/lib/contacts/paths'
import type { I18n } from '@/lib/i18n/translator'
import type { ContactAnswer } from '@/lib/profile/contact-answers'
import { fromLine } from './words'
import { answerWords, reasonOf, ruleWords } from './answer-words'

type Props = { customerId: string; answers: readonly ContactAnswer[]; i18n: I18n }

/** "Posso contatar?": yes or no for each means and purpose, and below each row the rules behind its refusals. */
export function ContactMatrix({ customerId, answers, i18n }: Props) {
  const { t } = i18n
  return (
    <table className="matrix">
      <caption className="sr-only">{t('contacts.can.title')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{t('contacts.can.channel')}</span>
          </th>
          {PURPOSES.map((purpose) => (
            <th key={purpose} scope="col">
              {t(`contacts.can.purpose.${purpose}`)}
            </th>
          ))}
        </tr>
      </thead>
      {MEANS.map((means) => (
        <MeansRows
          key={means}
          means={means}
          answers={answers.filter((line) => line.means === means)}
          customerId={customerId}
          i18n={i18n}
        />
      ))}
    </table>
  )
}

function MeansRows({ means, answers, customerId, i18n }: Props & { means: Means }) {
  const { t } = i18n
  const lines = ruleLines(answers, i18n)
  return (
    <tbody>
      <tr>
        <th scope="row">{t(`contacts.can.means.${means}`)}</th>
        {answers.map(({ purpose, answer }) => (
          <td key={purpose}>
            <Verdict means={means} purpose={purpose} answer={answer} customerId={customerId} i18n={i18n} />
          </td>
        ))}
      </tr>
      {lines.length > 0 && (
        <tr className="matrix-why">
          <td colSpan={1 + PURPOSES.length}>
            {lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </td>
        </tr>
      )}
    </tbody>
  )
}

type VerdictProps = Omit<Props, 'answers'> & ContactAnswer

/** One answer, which leads to where it can be changed. Screen readers get it with its channel, purpose and rule. */
function Verdict({ means, purpose, answer, customerId, i18n }: VerdictProps) {
  const { t } = i18n
  const hasPoint = answer.rule !== 'no_point'
  const where = `${t(`contacts.can.means.${means}`)} · ${t(`contacts.can.purpose.${purpose}`)}`
  return (
    <Link
      className="verdict"
      data-verdict={hasPoint ? answer.verdict : 'none'}
      href={toChange({ customerId, means, answer })}
      title={reasonOf(answer, i18n)}
    >
      <span className="sr-only">
        {where}: {answerWords(answer, means, i18n)}
      </span>
      <span aria-hidden>{t(`contacts.can.${hasPoint ? (answer.verdict === 'yes' ? 'yes' : 'no') : 'none'}`)}</span>
    </Link>
  )
}

/** The rule of each refusal, and the merged record that an answer comes from. A rule of both purposes is written once. */
function ruleLines(answers: readonly ContactAnswer[], i18n: I18n): string[] {
  const told = answers.flatMap(({ means, purpose, answer }) => {
    const rule = answer.verdict === 'yes' || answer.rule === 'no_point' ? '' : ruleWords(answer, means, i18n)
    const text = [rule, fromLine(i18n, answer.from)].filter(Boolean).join(' · ')
    return text ? [{ purpose, text }] : []
  })
  const isCommon = told.length === PURPOSES.length && told.every(({ text }) => text === told[0]?.text)
  if (isCommon) return [told[0]!.text]
  return told.map(({ purpose, text }) => `${i18n.t(`contacts.can.purpose.${purpose}`)}: ${text}`)
}

type Changeable = { customerId: string; means: Means; answer: Answer }

/** The page where the answer can be changed. */
export function toChange({ customerId, means, answer }: Changeable): string {
  const byPreference = ['cancelled', 'no_record', 'unsubscribed'].includes(answer.rule)
  if (byPreference) return toPreferences({ customerId })
  const bySuppression = answer.rule === 'bounced' || answer.rule === 'complained'
  if (bySuppression && answer.pointId) return `${toPoint({ customerId, pointId: answer.pointId })}#suppression`
  return `${toPoints({ customerId })}#channel-${SERVED_BY[means][0]}`
}

export const answerFor = (answers: readonly ContactAnswer[], means: Means, purpose: Purpose): Answer | undefined =>
  answers.find((line) => line.means === means && line.purpose === purpose)?.answer
