import { Pager } from '@/components/ui/pager'
import type { I18n } from '@/lib/i18n/translator'

type Props = {
  i18n: I18n
  path: string
  cursor: string | undefined
  nextCursor: string | null
  query?: Record<string, string | undefined>
}

/** Keyset pagination has a link to the next page and one back to the first. */
export function SectionPager({ i18n: { t }, path, cursor, nextCursor, query = {} }: Props) {
  const href = (extra: Record<string, string>) => {
    const params = new URLSearchParams(Object.entries({ ...query, ...extra }).flatMap(([k, v]) => (v ? [[k, v]] : [])))
    return params.size ? `${path}?${params}` : path
  }
  return (
    <Pager
      label={t('common.pages')}
      previousHref={cursor ? href({}) : undefined}
      nextHref={nextCursor ? href({ cursor: nextCursor }) : undefined}
      previousLabel={t('common.first')}
      nextLabel={t('common.next')}
    />
  )
}
