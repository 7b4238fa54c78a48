import { ActionForm } from '@/components/forms/action-form'
import { FormSection } from '@/components/forms/form-section'
import { formTexts } from '@/components/forms/form-texts'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { Card, CardBody } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { readFileAsAction } from '@/lib/imports/actions'
import type { ImportRow } from '@/lib/imports/queries'
import type { RawSample } from '@/lib/imports/raw-sample'
import { DELIMITER_NAMES, delimiterName } from '@/lib/imports/reading/delimiters'
import { PHONE_COUNTRIES } from '@/lib/imports/row/places'
import type { I18n } from '@/lib/i18n/translator'

type Props = { file: ImportRow; sample: RawSample; i18n: Pick<I18n, 't' | 'format' | 'locale'> }

/** Shows how the file is read and its first lines, with fields to change it. */
export function ReadingForm({ file, sample, i18n: { t, locale } }: Props) {
  const { encoding, delimiter, headerLine, firstLine, country = 'BR', dayOrder = '', decimalMark = '' } = file.dialect
  const countryNames = new Intl.DisplayNames(locale, { type: 'region' })
  const detected = [
    t(`imports.encodings.${encoding}`),
    t(`imports.delimiters.${delimiterName(delimiter)}`),
    headerLine ? t('imports.reading.headerAt', { line: headerLine }) : t('imports.reading.noHeader'),
  ]
  return (
    <Card title={t('imports.reading.title')}>
      <CardBody>
        <p className="mb-4">{t('imports.reading.text')}</p>
        <Disclosure summary={<b>{detected.join(' · ')}</b>} open={!headerLine}>
          <RawLines sample={sample} t={t} />
          <ActionForm
            key={JSON.stringify(file.dialect)}
            action={readFileAsAction}
            submit={t('imports.reading.submit')}
            variant="secondary"
            hidden={{ importId: file.id }}
            texts={formTexts(t)}
          >
            <FormSection columns={2}>
              <SelectField
                name="encoding"
                label={t('imports.facts.encoding')}
                hint={t('imports.reading.encodingHint')}
                options={encodingOptions(sample, t)}
                defaultValue={encoding}
                required
              />
              <SelectField
                name="delimiter"
                label={t('imports.facts.delimiter')}
                options={DELIMITER_NAMES.map((value) => ({
                  value,
                  label: t(`imports.delimiters.${value}`),
                }))}
                defaultValue={delimiterName(delimiter)}
                required
              />
              <TextField
                name="headerLine"
                label={t('imports.facts.headerLine')}
                hint={t('imports.reading.headerHint')}
                inputMode="numeric"
                defaultValue={String(headerLine)}
                maxLength={6}
                required
              />
              <TextField
                name="firstLine"
                label={t('imports.reading.firstLine')}
                hint={t('imports.reading.firstLineHint')}
                inputMode="numeric"
                defaultValue={firstLine ? String(firstLine) : ''}
                maxLength={6}
              />
              <SelectField
                name="dayOrder"
                label={t('imports.reading.dayOrder')}
                options={(['dmy', 'mdy'] as const).map((value) => ({ value, label: t(`imports.dayOrders.${value}`) }))}
                empty={t('imports.dayOrders.byColumn')}
                defaultValue={dayOrder}
              />
              {file.kind !== 'customers' && (
                <SelectField
                  name="decimalMark"
                  label={t('imports.reading.decimalMark')}
                  options={[
                    { value: ',', label: t('imports.decimalMarks.comma') },
                    { value: '.', label: t('imports.decimalMarks.point') },
                  ]}
                  empty={t('imports.decimalMarks.byColumn')}
                  defaultValue={decimalMark}
                />
              )}
              <SelectField
                name="country"
                label={t('imports.reading.country')}
                hint={t('imports.reading.countryHint')}
                options={PHONE_COUNTRIES.map((value) => ({ value, label: countryNames.of(value) ?? value }))}
                defaultValue={country}
                required
              />
            </FormSection>
          </ActionForm>
        </Disclosure>
      </CardBody>
    </Card>
  )
}

function RawLines({ sample: { lines }, t }: { sample: RawSample; t: I18n['t'] }) {
  return (
    <figure className="mb-4">
      <figcaption className="mb-1">{t('imports.reading.lines')}</figcaption>
      <pre className="text-sm break-all whitespace-pre-wrap">
        {lines.map(({ number, text }) => `${String(number).padStart(3)}  ${text}\n`).join('')}
      </pre>
    </figure>
  )
}

/** The encodings, each with a word of the file decoded by it, so that a user can see which one is right. */
const encodingOptions = ({ words }: RawSample, t: I18n['t']) =>
  (Object.keys(words) as (keyof typeof words)[]).map((value) => {
    const name = t(`imports.encodings.${value}`)
    return { value, label: words[value] ? t('imports.mapping.option', { header: name, sample: words[value] }) : name }
  })
