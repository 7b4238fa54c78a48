import type { I18n } from '@/lib/i18n/translator'

/** The texts that every form needs. The page passes them, because client components do not import messages. */
export const formTexts = (t: I18n['t']) => ({
  cancel: t('common.cancel'),
  sending: t('common.sending'),
  optional: t('common.optional'),
  checkFields: t('common.checkFields'),
  currentValue: t('common.currentValue'),
  emptyValue: t('common.emptyValue'),
  notSent: t('common.formNotSent'),
  failed: t('common.formFailed'),
  unsent: t('common.formUnsent'),
  signedOut: t('common.formSignedOut'),
  signInElsewhere: t('common.signInElsewhere'),
  tryAgain: t('common.tryAgain'),
})

export type FormTexts = ReturnType<typeof formTexts>
