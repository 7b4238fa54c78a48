import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { sendCodeAction } from '@/lib/acceptances/actions'
import type { PartProps } from './props'
import { Step } from './step'

/** The second factor: a code that is sent to the address of the link. */
export function CodeCard({ view, token, i18n: { t, format } }: PartProps) {
  const address = view.address
  const form = (submit: string, variant: 'primary' | 'quiet') => (
    <ActionForm action={sendCodeAction} submit={submit} hidden={{ token }} texts={formTexts(t)} variant={variant}>
      {null}
    </ActionForm>
  )
  return (
    <Step number={2} title={t('acceptances.sign.stepCode')}>
      {view.codeUntil ? (
        <>
          <p>
            {t('acceptances.sign.codeSent', { address, time: format.dateTime(view.codeUntil, { timeStyle: 'short' }) })}
          </p>
          {view.mayAskAgain && form(t('acceptances.sign.again'), 'quiet')}
        </>
      ) : (
        <>
          <p>
            {view.linkAddress
              ? t('acceptances.sign.codeTextOther', { address, linkAddress: view.linkAddress })
              : t('acceptances.sign.codeText', { address })}
          </p>
          {form(t('acceptances.sign.sendCode'), 'primary')}
        </>
      )}
    </Step>
  )
}
