import { CheckboxGroupField } from '@/components/forms/checkbox-group-field'
import { TextField } from '@/components/forms/text-field'
import type { I18n } from '@/lib/i18n/translator'
import { choiceValue, type TagSide } from '@/lib/relationships/tag-choice'
import type { RelatedTag } from '@/lib/relationships/queries'
import type { Tag } from '@/lib/relationships/tags'
import { tagWords } from './words'

type Props = {
  tags: readonly Tag[]
  /** The shown names of the other customer and of the one of the page. */
  other: string
  name: string
  values?: { tags: readonly RelatedTag[]; note: string | null }
  t: I18n['t']
}

const SIDES: readonly TagSide[] = ['name', 'inverse']

/** What the other customer is to the one of the page, and a note. Retired tags are offered only where the relationship has them. */
export function relationshipFields({ tags, other, name, values, t }: Props) {
  const checked = new Set(values?.tags.map(({ tag, side }) => choiceValue({ tagId: tag.id, side })))
  const choices = tags.flatMap((tag) =>
    SIDES.filter((side) => side === 'name' || !tag.isSymmetric)
      .map((side) => ({ tag, side, value: choiceValue({ tagId: tag.id, side }) }))
      .filter(({ value }) => !tag.retiredAt || checked.has(value)),
  )
  return (
    <>
      <CheckboxGroupField
        name="tags"
        label={t('related.form.is', { other })}
        hint={t('related.form.hint', { name })}
        options={choices.map(({ tag, side, value }) => ({ value, label: tagWords(tag, side, t) }))}
        checked={choices.map(({ value }) => value).filter((value) => checked.has(value))}
      />
      <TextField
        name="note"
        label={t('related.form.note')}
        defaultValue={values?.note}
        maxLength={500}
        autoComplete="off"
      />
    </>
  )
}
