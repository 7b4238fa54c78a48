import type { I18n } from '@/lib/i18n/translator'

type Key = Parameters<I18n['t']>[0]

/** A code under `sending.failures` in words; an unknown one as it stands. */
export function failureWords(code: string | null, t: I18n['t']): string {
  const key = `sending.failures.${code}` as Key
  return code && !t.has(key) ? code : t(code ? key : 'sending.failures.rejected')
}
