import { Pager } from '@/components/ui/pager'
import { withQuery } from '@/lib/http/with-query'
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
  return (
    <Pager
      label={t('common.pages')}
      previousHref={cursor ? withQuery(path, query) : undefined}
      nextHref={nextCursor ? withQuery(path, { ...query, cursor: nextCursor }) : undefined}
      previousLabel={t('common.first')}
      nextLabel={t('common.next')}
    />
  )
}
