import type { Answer, Means } from '@/lib/contact-policy/policy'
import type { I18n } from '@/lib/i18n/translator'
import { day } from './words'

/** The answer with its rule: "Sim, o principal", "Não: cancelou em 12/10/2025". */
export const answerWords = (answer: Answer, means: Means, i18n: I18n): string => {
  const rule = ruleWords(answer, means, i18n)
  return answer.verdict === 'yes' ? rule : i18n.t('contacts.can.noBecause', { rule })
}

/** The rule that decided: "cancelou em 12/10/2025". */
export function ruleWords({ rule, at, isRefusal }: Answer, means: Means, i18n: I18n): string {
  const { t } = i18n
  const date = at ? day(i18n, at) : ''
  if (rule === 'no_point') return t(`contacts.can.rule.no_point.${means}`)
  if (rule === 'all_blocked')
    return at ? t('contacts.can.rule.all_blocked_on', { date }) : t('contacts.can.rule.all_blocked')
  if (rule === 'cancelled') return t(`contacts.can.rule.${isRefusal ? 'refused' : rule}`, { date })
  if (rule === 'bounced' || rule === 'complained' || rule === 'unsubscribed')
    return t(`contacts.can.rule.${rule}`, { date })
  return t(`contacts.can.rule.${rule}`)
}

/** Why the rule applies, in a sentence. */
export function reasonOf({ rule, by, isRefusal }: Answer, { t }: Pick<I18n, 't'>): string {
  const shown = rule === 'cancelled' && isRefusal ? 'refused' : rule
  if (by && (shown === 'all_blocked' || shown === 'cancelled' || shown === 'refused'))
    return t(`contacts.can.why.${shown}_by`, { who: by })
  return t(`contacts.can.why.${shown}`)
}
