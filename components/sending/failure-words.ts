import type { I18n } from '@/lib/i18n/translator'

type Key = Parameters<I18n['t']>[0]

/** A code of ours under `sending.failures` in words; null for a provider's own. */
export function knownFailure(code: string | null, t: I18n['t']): string | null {
  const key = `sending.failures.${code}` as Key
  return code && t.has(key) ? t(key) : null
}

/** An unknown code as it stands. */
export const failureWords = (code: string | null, t: I18n['t']): string =>
  knownFailure(code, t) ?? code ?? t('sending.failures.rejected')
