import { Card } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import type { ImportKind } from '@/db/schema/imports'
import type { Preview } from '@/lib/imports/preview'
import type { I18n } from '@/lib/i18n/translator'

type Props = { kind: ImportKind; totals: Preview['totals']; i18n: I18n }

/** What would become of the rows of the file, or of its first rows in a long file. */
export function Totals({ kind, totals, i18n: { t, format } }: Props) {
  const { rows, isWholeFile, ...outcomes } = totals
  const items = Object.entries(outcomes).map(([outcome, count]) => ({
    label: t(
      `imports.totals.${kind !== 'customers' && outcome === 'created' ? 'createdRow' : (outcome as keyof typeof outcomes)}`,
    ),
    value: format.number(count),
  }))
  return (
    <Card title={isWholeFile ? t('imports.totals.whole', { count: rows }) : t('imports.totals.first', { count: rows })}>
      <DefinitionList items={items} wide />
    </Card>
  )
}
