import { SelectField, type Option } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import type { I18n } from '@/lib/i18n/translator'

type Props = { journeys: Option[]; t: I18n['t'] }

/** The fields that the upload form and the letter form share. */
export const kitFields = ({ journeys, t }: Props) => (
  <>
    <TextField
      name="title"
      label={t('documents.create.kitTitle')}
      hint={t('documents.create.kitTitleHint')}
      maxLength={160}
      required
    />
    <TextField
      name="number"
      label={t('documents.create.number')}
      hint={t('documents.create.numberHint')}
      maxLength={60}
      autoComplete="off"
    />
    <SelectField
      name="journeyId"
      label={t('documents.create.journey')}
      hint={t('documents.create.journeyHint')}
      empty={t('documents.create.noJourney')}
      options={journeys}
    />
  </>
)
