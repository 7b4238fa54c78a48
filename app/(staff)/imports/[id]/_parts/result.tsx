import { Card } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import type { ImportRow } from '@/lib/imports/queries'
import type { I18n } from '@/lib/i18n/translator'

type Props = { file: ImportRow; i18n: Pick<I18n, 't' | 'format'> }

/** The result of an import. Accepted, waiting and rejected rows add up to the rows read. */
export function Result({ file, i18n: { t, format } }: Props) {
  const { rowsDone: rows, accepted, created, changed, rejected, waiting, noted } = file
  const counts = { rows, accepted, waiting, rejected, created, changed, unchanged: accepted - created - changed, noted }
  const items = Object.entries(counts).map(([key, count]) => ({
    label: t(
      `imports.counts.${file.kind !== 'customers' && key === 'created' ? 'createdRow' : (key as keyof typeof counts)}`,
    ),
    value: format.number(count),
  }))
  return (
    <Card title={t('imports.counts.title')}>
      <DefinitionList items={items} wide />
    </Card>
  )
}
