import { notFound } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { ActionButton } from '@/components/forms/action-button'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { Confirm } from '@/components/ui/confirm'
import { PageHeader } from '@/components/ui/page-header'
import {
  changeRuleAction,
  disableRuleAction,
  enableRuleAction,
  retireRuleAction,
} from '@/lib/agenda-generation/actions'
import { getRule, previewRule, type RulePreview } from '@/lib/agenda-generation/queries'
import { AGENDA_RULES } from '@/lib/agenda/paths'
import type { AgendaRule } from '@/lib/agenda/rules'
import type { I18n } from '@/lib/i18n/translator'
import { listViews } from '@/lib/reports/views/queries'
import { ruleFields } from '../_parts/rule-fields'

export const generateMetadata = titled('agenda.configure', async ({ ctx, params, t }) => {
  const rule = await getRule(ctx, params.ruleId)
  return rule?.name ?? t('agenda.rules.title')
})

/** One rule: how many reasons it would give today, the switch, and the form that changes it. */
export default page('agenda.configure', async ({ ctx, params, i18n, t }) => {
  const rule = await getRule(ctx, params.ruleId)
  if (!rule) notFound()
  const [preview, views] = await Promise.all([previewRule(ctx, rule), listViews(ctx)])
  const fields = { ruleId: rule.id, version: String(rule.version) }
  const kind = `${t(`agenda.rules.kinds.${rule.kind}`)}: ${t(`agenda.rules.when.${rule.kind}`, { days: rule.days })}`
  const state = t(rule.enabled ? 'agenda.rules.enabled' : 'agenda.rules.disabled')
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ label: t('agenda.rules.title'), href: AGENDA_RULES }, { label: rule.name }]}
      />
      <PageHeader title={rule.name} text={`${kind} · ${state}`} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title={t('agenda.rules.change')}>
          <CardBody>
            <p className="text-ink-2 mb-3 text-xs">{t('agenda.rules.changeText')}</p>
            <ActionForm action={changeRuleAction} submit={t('common.save')} hidden={fields} texts={formTexts(t)}>
              {ruleFields({ t, views, rule })}
            </ActionForm>
          </CardBody>
        </Card>
        <div className="grid gap-4">
          <PreviewCard preview={preview} i18n={i18n} />
          <SwitchCard rule={rule} fields={fields} t={t} />
        </div>
      </div>
    </>
  )
})

const PreviewCard = ({
  preview: { count, isExact, blackoutDays },
  i18n: { t },
}: {
  preview: RulePreview
  i18n: I18n
}) => (
  <Card id="preview" title={t('agenda.rules.preview.title')}>
    <CardBody>
      <p className="mb-2 text-lg font-semibold">
        {t(isExact ? 'agenda.rules.preview.exact' : 'agenda.rules.preview.atLeast', { count })}
      </p>
      <p className="text-ink-2 text-xs">
        {blackoutDays
          ? t('agenda.rules.preview.text', { days: blackoutDays })
          : t('agenda.rules.preview.textNoBlackout')}
      </p>
    </CardBody>
  </Card>
)

type SwitchProps = { rule: AgendaRule; fields: Record<string, string>; t: I18n['t'] }

const SwitchCard = ({ rule, fields, t }: SwitchProps) => (
  <Card title={t('agenda.rules.switch.title')}>
    <CardBody>
      <p className="text-ink-2 mb-3 text-xs">
        {t(rule.enabled ? 'agenda.rules.switch.offText' : 'agenda.rules.switch.onText')}
      </p>
      <div className="flex flex-wrap gap-2">
        <ActionButton
          id="switch-rule"
          action={rule.enabled ? disableRuleAction : enableRuleAction}
          fields={fields}
          label={t(rule.enabled ? 'agenda.rules.switch.off' : 'agenda.rules.switch.on')}
          variant={rule.enabled ? undefined : 'primary'}
        />
        <Confirm
          label={t('agenda.rules.switch.retire')}
          title={t('agenda.rules.switch.retireAsk', { name: rule.name })}
          text={t('agenda.rules.switch.retireText')}
          cancel={t('common.cancel')}
        >
          <ActionButton
            id="retire-rule"
            action={retireRuleAction}
            fields={fields}
            label={t('agenda.rules.switch.retire')}
            variant="danger"
          />
        </Confirm>
      </div>
    </CardBody>
  </Card>
)
