import { SearchX } from 'lucide-react'
import { Lost } from '@/components/shell/lost'
import { i18n } from '@/lib/i18n/translator'
import { currentLocale } from '@/lib/kernel/locale'

/** The same words for what does not exist and for what is not the viewer's to see. */
export default async function NotFound() {
  const { t } = i18n(await currentLocale())
  return (
    <Lost
      icon={SearchX}
      title={t('common.notFoundTitle')}
      text={t('common.notFoundText')}
      next={{ href: '/customers', label: t('common.backToCustomers') }}
    />
  )
}
