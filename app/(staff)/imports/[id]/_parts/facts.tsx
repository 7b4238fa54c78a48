import { Card } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { Time } from '@/components/ui/time'
import { delimiterName } from '@/lib/imports/reading/delimiters'
import type { ImportRow } from '@/lib/imports/queries'
import type { I18n } from '@/lib/i18n/translator'

type Props = { file: ImportRow; i18n: Pick<I18n, 't' | 'format'> }

/** The recognised format of the file, and the user who uploaded it. */
export function Facts({ file, i18n }: Props) {
  const { t, format } = i18n
  const { encoding, delimiter, headerLine } = file.dialect
  const instant = (at: Date | null) => (at ? <Time at={at} i18n={i18n} /> : t('common.none'))
  const items = [
    { label: t('imports.facts.kind'), value: t(`imports.kinds.${file.kind}`) },
    { label: t('imports.facts.by'), value: file.createdByName },
    { label: t('imports.facts.source'), value: file.source },
    { label: t('imports.facts.startedAt'), value: instant(file.startedAt) },
    { label: t('imports.facts.finishedAt'), value: instant(file.finishedAt) },
    {
      label: t('imports.facts.size'),
      value: format.number(file.bytes / 1024, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 }),
    },
    { label: t('imports.facts.encoding'), value: t(`imports.encodings.${encoding}`) },
    { label: t('imports.facts.delimiter'), value: t(`imports.delimiters.${delimiterName(delimiter)}`) },
    { label: t('imports.facts.headerLine'), value: headerLine ? format.number(headerLine) : t('common.none') },
    { label: t('imports.facts.columns'), value: format.number(file.headers.length) },
  ]
  return (
    <Card title={t('imports.list.file')}>
      <DefinitionList items={items} wide />
    </Card>
  )
}
