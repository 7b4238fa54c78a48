import { ActionForm } from '@/components/forms/action-form'
import { CheckboxField } from '@/components/forms/checkbox-field'
import { FormSection } from '@/components/forms/form-section'
import { formTexts } from '@/components/forms/form-texts'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { Card, CardBody } from '@/components/ui/card'
import { mapColumnsAction } from '@/lib/imports/actions'
import type { ImportRow } from '@/lib/imports/queries'
import { GROUPS, TARGET_GROUPS } from '@/lib/imports/targets'
import type { I18n } from '@/lib/i18n/translator'

const SAMPLE_CHARS = 40

type Props = { file: ImportRow; sample: readonly string[]; t: I18n['t'] }

export function MappingForm({ file, sample, t }: Props) {
  const options = file.headers.map((header, at) => {
    const shown = (sample[at] ?? '').trim().slice(0, SAMPLE_CHARS)
    return { value: header, label: shown ? t('imports.mapping.option', { header, sample: shown }) : header }
  })
  return (
    <Card title={t('imports.mapping.title')}>
      <CardBody>
        <p className="mb-4">{t('imports.mapping.text')}</p>
        <ActionForm
          action={mapColumnsAction}
          submit={t('imports.mapping.submit')}
          hidden={{ importId: file.id }}
          texts={formTexts(t)}
        >
          {GROUPS.map((group) => (
            <FormSection key={group} title={t(`imports.groups.${group}`)} columns={2}>
              {TARGET_GROUPS[group].map((target) => (
                <SelectField
                  key={target}
                  name={target}
                  label={t(`imports.targets.${target}`)}
                  options={options}
                  empty={t('imports.mapping.ignore')}
                  defaultValue={file.mapping?.[target]}
                  required
                />
              ))}
            </FormSection>
          ))}
          <FormSection>
            <TextField
              name="source"
              label={t('imports.mapping.source')}
              hint={t('imports.mapping.sourceHint')}
              defaultValue={file.source}
              maxLength={40}
              required
            />
            <CheckboxField
              name="keepAttributes"
              label={t('imports.mapping.keepAttributes')}
              hint={t('imports.mapping.keepAttributesHint')}
              defaultChecked={file.keepAttributes}
            />
          </FormSection>
        </ActionForm>
      </CardBody>
    </Card>
  )
}
