import { ActionForm } from '@/components/forms/action-form'
import { CheckboxField } from '@/components/forms/checkbox-field'
import { FormSection } from '@/components/forms/form-section'
import { formTexts } from '@/components/forms/form-texts'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { Card, CardBody } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { mapColumnsAction } from '@/lib/imports/actions'
import type { ImportRow } from '@/lib/imports/queries'
import { COLUMNS } from '@/lib/imports/kinds/columns'
import type { I18n } from '@/lib/i18n/translator'

type Key = Parameters<I18n['t']>[0]

const SAMPLE_CHARS = 40

type Props = { file: ImportRow; sample: readonly string[]; t: I18n['t'] }

/** Maps columns to fields. Each group is collapsed and names its columns, because most guesses are right. */
export function MappingForm({ file, sample, t }: Props) {
  const options = file.headers.map((header, at) => {
    const shown = (sample[at] ?? '').trim().slice(0, SAMPLE_CHARS)
    return { value: header, label: shown ? t('imports.mapping.option', { header, sample: shown }) : header }
  })
  const { id: importId, mapping, source, keepAttributes } = file
  const { groups, hasAttributes } = COLUMNS[file.kind]
  return (
    <Card title={t('imports.mapping.title')}>
      <CardBody>
        <p className="mb-4">{t('imports.mapping.text')}</p>
        <ActionForm
          key={JSON.stringify([mapping, source, keepAttributes])}
          action={mapColumnsAction}
          submit={t('imports.mapping.submit')}
          variant="secondary"
          hidden={{ importId }}
          texts={formTexts(t)}
        >
          {Object.entries(groups).map(([group, targets], at) => (
            <Disclosure
              key={group}
              summary={<GroupSummary group={group} targets={targets} file={file} t={t} />}
              open={at === 0}
            >
              <FormSection columns={2}>
                {targets.map((target) => (
                  <SelectField
                    key={target}
                    name={target}
                    label={t(`imports.targets.${target}` as Key)}
                    options={options}
                    empty={t('imports.mapping.ignore')}
                    defaultValue={mapping?.[target]}
                    required
                  />
                ))}
              </FormSection>
            </Disclosure>
          ))}
          <TextField
            name="source"
            label={t('imports.mapping.source')}
            hint={t('imports.mapping.sourceHint')}
            defaultValue={source}
            maxLength={40}
            required
          />
          {hasAttributes && (
            <CheckboxField
              name="keepAttributes"
              label={t('imports.mapping.keepAttributes')}
              hint={t('imports.mapping.keepAttributesHint')}
              defaultChecked={keepAttributes}
            />
          )}
        </ActionForm>
      </CardBody>
    </Card>
  )
}

function GroupSummary({
  group,
  targets,
  file,
  t,
}: {
  group: string
  targets: readonly string[]
  file: ImportRow
  t: I18n['t']
}) {
  const columns = targets.flatMap((target) => file.mapping?.[target] ?? [])
  return (
    <>
      <b>{t(`imports.groups.${group}` as Key)}</b> {columns.length ? columns.join(' · ') : t('imports.mapping.ignore')}
    </>
  )
}
