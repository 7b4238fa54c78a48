import { Link } from '@/components/ui/link'
import type { RowTarget } from '@/lib/imports/customers/row-target'
import type { I18n } from '@/lib/i18n/translator'

/** The customer that a row is about. A customer of an earlier row of the file has no page yet. */
export function TargetLink({ target, i18n: { t, format } }: { target: RowTarget; i18n: I18n }) {
  if ('row' in target) return t('imports.preview.ofRow', { row: format.number(target.row) })
  return (
    <>
      <Link className="link" href={`/customers/${target.customerId}`}>
        {target.name}
      </Link>
      {target.document && <small className="block whitespace-nowrap">{target.document}</small>}
    </>
  )
}
