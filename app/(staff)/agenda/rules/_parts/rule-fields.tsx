import { SelectField } from '@/components/forms/select-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import { MESSAGE_MAX, NAME_MAX } from '@/lib/agenda-generation/schema'
import type { AgendaRule } from '@/lib/agenda/rules'
import type { I18n } from '@/lib/i18n/translator'
import type { SavedView } from '@/lib/reports/views/queries'

type Props = { t: I18n['t']; views: readonly SavedView[]; rule?: AgendaRule }

/**
 * The fields of a rule. A form renders them as its own. The kind cannot change, so a rule that exists shows only the fields of its kind.
 */
export function ruleFields({ t, views, rule }: Props) {
  const isCampaign = rule?.kind === 'campaign'
  return [
    <TextField
      key="name"
      name="name"
      label={t('agenda.rules.fields.name')}
      hint={t('agenda.rules.fields.nameHint')}
      defaultValue={rule?.name}
      maxLength={NAME_MAX}
      autoComplete="off"
      required
    />,
    ...(isCampaign
      ? [<input key="days" type="hidden" name="days" value="0" />]
      : [
          <TextField
            key="days"
            name="days"
            label={t('agenda.rules.fields.days')}
            hint={rule ? undefined : t('agenda.rules.fields.daysHint')}
            defaultValue={String(rule?.days ?? 0)}
            inputMode="numeric"
            autoComplete="off"
            required
          />,
        ]),
    <TextField
      key="openDays"
      name="openDays"
      label={t('agenda.rules.fields.openDays')}
      defaultValue={String(rule?.openDays ?? 7)}
      inputMode="numeric"
      autoComplete="off"
      required
    />,
    <TextAreaField
      key="message"
      name="message"
      label={t('agenda.rules.fields.message')}
      hint={t('agenda.rules.fields.messageHint')}
      defaultValue={rule?.message}
      maxLength={MESSAGE_MAX}
      required
    />,
    ...(rule && !isCampaign
      ? []
      : [
          <SelectField
            key="filter"
            name="filter"
            label={t('agenda.rules.fields.filter')}
            hint={t('agenda.rules.fields.filterHint')}
            empty={t('agenda.rules.fields.noFilter')}
            defaultValue={rule?.filter ?? ''}
            options={filterOptions({ t, views, rule })}
          />,
        ]),
  ]
}

/** One choice for each saved view, and one for the present filter of the rule if no view has it. */
function filterOptions({ t, views, rule }: Props) {
  const options = views.map(({ query, name }) => ({ value: query, label: name }))
  const current = rule?.filter
  if (!current || views.some(({ query }) => query === current)) return options
  return [{ value: current, label: t('agenda.rules.fields.currentFilter') }, ...options]
}
