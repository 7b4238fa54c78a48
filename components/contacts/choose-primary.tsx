import { TriangleAlert } from '@/components/ui/icons'
import type { I18n } from '@/lib/i18n/translator'

export function ChoosePrimary({ i18n: { t } }: { i18n: Pick<I18n, 't'> }) {
  return (
    <p className="text-warn flex items-center gap-1.5 px-4 py-1 text-xs">
      <TriangleAlert aria-hidden className="size-3.5 flex-none" />
      {t('contacts.choosePrimary')}
    </p>
  )
}
