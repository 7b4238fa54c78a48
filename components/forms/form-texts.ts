import type { I18n } from '@/lib/i18n/translator'

/** The words every form needs, given by the page since client components hold no messages. */
export const formTexts = (t: I18n['t']) => ({
  cancel: t('common.cancel'),
  sending: t('common.sending'),
  optional: t('common.optional'),
  checkFields: t('common.checkFields'),
  currentValue: t('common.currentValue'),
  emptyValue: t('common.emptyValue'),
})

export type FormTexts = ReturnType<typeof formTexts>
