import type { I18n } from '@/lib/i18n/translator'

type Key = Parameters<I18n['t']>[0]

/** The text of one of our codes under `sending.failures`; null for a provider's code. */
export function knownFailure(code: string | null, t: I18n['t']): string | null {
  const key = `sending.failures.${code}` as Key
  return code && t.has(key) ? t(key) : null
}

/** The text of a failure; an unknown code is returned unchanged. */
export const failureWords = (code: string | null, t: I18n['t']): string =>
  knownFailure(code, t) ?? code ?? t('sending.failures.rejected')
