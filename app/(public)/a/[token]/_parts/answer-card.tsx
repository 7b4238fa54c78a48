import { ActionForm } from '@/components/forms/action-form'
import { CheckboxField } from '@/components/forms/checkbox-field'
import { formTexts } from '@/components/forms/form-texts'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import { acceptDocumentAction, refuseDocumentAction } from '@/lib/acceptances/actions'
import { toSigning } from '@/lib/acceptances/paths'
import type { I18n } from '@/lib/i18n/translator'
import type { PartProps } from './props'
import { Step } from './step'

/** The form to accept or, with `?refuse=1`, the form to refuse. Both ask for the code. */
export const AnswerCard = (parts: PartProps) => (parts.refusing ? <Refuse {...parts} /> : <Accept {...parts} />)

function Accept({ view, token, i18n: { t } }: PartProps) {
  return (
    <Step number={3} title={t('acceptances.sign.stepDecide')}>
      <p>{t('acceptances.sign.termsTitle')}</p>
      <blockquote className="signing-terms">{view.terms}</blockquote>
      <ActionForm
        action={acceptDocumentAction}
        submit={t('acceptances.sign.accept')}
        hidden={{ token }}
        texts={formTexts(t)}
      >
        <TextField name="name" label={t('acceptances.sign.name')} autoComplete="name" maxLength={200} required />
        {codeField(t)}
        <CheckboxField name="agree" label={t('acceptances.sign.agree')} />
      </ActionForm>
      <a className="signing-other" href={`${toSigning(token)}?refuse=1#answer`}>
        {t('acceptances.sign.refuseTitle')}
      </a>
    </Step>
  )
}

function Refuse({ token, company, i18n: { t } }: PartProps) {
  return (
    <Step number={3} title={t('acceptances.sign.refuseTitle')}>
      <p>{t('acceptances.sign.refuseText', { company })}</p>
      <ActionForm
        action={refuseDocumentAction}
        submit={t('acceptances.sign.refuse')}
        hidden={{ token }}
        texts={formTexts(t)}
        variant="danger"
        cancelHref={`${toSigning(token)}#answer`}
      >
        <TextAreaField name="reason" label={t('acceptances.sign.reason')} maxLength={1000} rows={3} />
        {codeField(t)}
      </ActionForm>
    </Step>
  )
}

const codeField = (t: I18n['t']) => (
  <TextField
    name="code"
    label={t('acceptances.sign.code')}
    inputMode="numeric"
    autoComplete="one-time-code"
    maxLength={12}
    required
  />
)
