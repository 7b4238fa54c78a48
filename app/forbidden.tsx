import { ShieldOff } from 'lucide-react'
import { Lost } from '@/components/shell/lost'
import { i18n } from '@/lib/i18n/translator'
import { currentLocale } from '@/lib/kernel/locale'

export default async function Forbidden() {
  const { t } = i18n(await currentLocale())
  return (
    <Lost
      icon={ShieldOff}
      title={t('common.forbiddenTitle')}
      text={t('common.forbiddenText')}
      next={{ href: '/customers', label: t('common.backToCustomers') }}
    />
  )
}
