import { page, titled } from '@/app/_frame/staff-page'
import { ActionButton } from '@/components/forms/action-button'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { Confirm } from '@/components/ui/confirm'
import { PageHeader } from '@/components/ui/page-header'
import { disableRuleAction, enableRuleAction } from '@/lib/duplicates/actions'
import { DUPLICATES } from '@/lib/duplicates/paths'
import { getRule } from '@/lib/duplicates/queries/get-rule'

export const generateMetadata = titled('duplicates.configure', ({ t }) => t('duplicates.rule.title'))

const CONDITIONS = ['document', 'names', 'undecided', 'survivor', 'undo'] as const

/** Switches the rule on and off that merges customers with the same tax id. */
export default page('duplicates.configure', async ({ ctx, t, format }) => {
  const rule = await getRule(ctx)
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ href: DUPLICATES, label: t('duplicates.title') }, { label: t('duplicates.rule.title') }]}
      />
      <PageHeader title={t('duplicates.rule.title')} text={t('duplicates.rule.text')} />
      <Card title={t('duplicates.rule.name')}>
        <CardBody>
          <ul className="list-disc pl-5 mb-3">
            {CONDITIONS.map((condition) => (
              <li key={condition}>{t(`duplicates.rule.conditions.${condition}`)}</li>
            ))}
          </ul>
          <p className="mb-3">
            {rule
              ? t('duplicates.rule.on', { name: rule.enabledBy, date: format.dateTime(rule.enabledAt, 'day') })
              : t('duplicates.rule.off')}
          </p>
          {rule ? (
            <ActionButton id="disable-rule" action={disableRuleAction} label={t('duplicates.rule.disable')} />
          ) : (
            <Confirm
              label={t('duplicates.rule.enable')}
              title={t('duplicates.rule.enableAsk')}
              text={t('duplicates.rule.conditions.undo')}
              cancel={t('common.cancel')}
            >
              <ActionButton
                id="enable-rule"
                action={enableRuleAction}
                label={t('duplicates.rule.enable')}
                variant="primary"
              />
            </Confirm>
          )}
        </CardBody>
      </Card>
    </>
  )
})
