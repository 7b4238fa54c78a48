import { Toast } from '@/components/ui/toast'
import type { I18n } from '@/lib/i18n/translator'
import type { Flash } from '@/lib/http/flash'

/** The message of the last action, shown once. Nothing is shown for a key that this build does not know. */
export function FlashToast({ flash, t }: { flash: Flash | null; t: I18n['t'] }) {
  const key = flash?.key as Parameters<I18n['t']>[0] | undefined
  if (!flash || !key || !t.has(key) || typeof t.raw(key) !== 'string') return null
  return <Toast tone={flash.tone} text={t(key)} close={t('common.close')} />
}
