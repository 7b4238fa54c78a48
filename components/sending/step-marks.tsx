import type { SEND_STATES } from '@/db/schema/sending'
import type { I18n } from '@/lib/i18n/translator'
import type { Step } from '@/lib/sending/steps'

type Props = { steps: readonly Step[]; state: (typeof SEND_STATES)[number]; i18n: I18n }

/**
 * The four steps of a message as marks with different shapes, then its state in words. Screen readers and the tooltip get each step in
 * words; a missing mark in the row never depends on colour.
 */
export function StepMarks({ steps, state, i18n }: Props) {
  const words = steps.map((step) => stepWords(step, i18n)).join(' · ')
  return (
    <span className="steps" title={words}>
      {steps.map(({ step, mark }) => (
        <i key={step} className={`step-mark step-mark-${mark}`} aria-hidden="true" />
      ))}
      <span className="sr-only">{words}</span>
      <b>{i18n.t(`sending.states.${state}`)}</b>
    </span>
  )
}

/** "Entregue: 12/03/2026, 14:32", or why nothing is known about the step. */
export function stepWords({ step, mark, at }: Step, { t, format }: I18n): string {
  if (mark === 'failed') return t(`sending.states.${step === 'sent' ? 'failed' : 'bounced'}`)
  const answer = at ? format.dateTime(at, 'dayTime') : t(`sending.steps.${mark}`)
  return `${t(`sending.states.${step}`)}: ${answer}`
}
