import { Button } from '@/components/ui/button'
import { Toast } from '@/components/ui/toast'
import type { I18n } from '@/lib/i18n/translator'
import type { Flash, Undo } from '@/lib/http/flash'

/** The message of the last action, shown once. Nothing is shown for a key that this build does not know. */
export function FlashToast({ flash, t }: { flash: Flash | null; t: I18n['t'] }) {
  const key = flash?.key as Parameters<I18n['t']>[0] | undefined
  if (!flash || !key || !t.has(key) || typeof t.raw(key) !== 'string') return null
  return (
    <Toast tone={flash.tone} text={t(key, flash.args)} close={t('common.close')}>
      {flash.undo && <UndoButton {...flash.undo} label={t('common.undo')} />}
    </Toast>
  )
}

/** The button submits a form of the page. `aria-controls` names the control that gets the focus when the message is gone. */
const UndoButton = ({ form, intent, focus, label }: Undo & { label: string }) => (
  <Button id="undo" form={form} name="intent" value={intent} size="sm" aria-controls={focus}>
    {label}
  </Button>
)
