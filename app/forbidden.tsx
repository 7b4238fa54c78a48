import { DeadEnd } from '@/components/page/dead-end'
import { i18n } from '@/lib/i18n/translator'
import { currentLocale } from '@/lib/kernel/locale'

export default async function Forbidden() {
  return <DeadEnd status={403} i18n={i18n(await currentLocale())} />
}
