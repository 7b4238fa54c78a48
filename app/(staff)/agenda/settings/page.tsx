import { page, titled } from '@/app/_frame/staff-page'
import { ActionForm } from '@/components/forms/action-form'
import { FormSection } from '@/components/forms/form-section'
import { formTexts } from '@/components/forms/form-texts'
import { TextField } from '@/components/forms/text-field'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { getAgendaSettings } from '@/lib/agenda/settings/get'
import { HOURS_DAYS } from '@/lib/agenda/settings/schema'
import { HOURS_SOURCES } from '@/lib/contact-policy/hours-rules'
import { changeSettingsAction } from '@/lib/seller-agenda/actions'
import { AGENDA } from '@/lib/seller-agenda/paths'
import { clockText } from '@/lib/values/week-hours'

export const generateMetadata = titled('agenda.configure', ({ t }) => t('sellerAgenda.settings.title'))

/** How long customers are left alone, when a sale counts as influenced, and the hours of contact. */
export default page('agenda.configure', async ({ ctx, t }) => {
  const { version, blackoutDays, influenceDays, hours } = await getAgendaSettings(ctx)
  const laws = HOURS_SOURCES.filter((source) => source !== 'company')
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ href: AGENDA, label: t('sellerAgenda.title') }, { label: t('sellerAgenda.settings.title') }]}
      />
      <PageHeader title={t('sellerAgenda.settings.title')} text={t('sellerAgenda.settings.text')} />
      <div className="agenda">
        <Card>
          <CardBody>
            <ActionForm
              action={changeSettingsAction}
              submit={t('sellerAgenda.settings.save')}
              hidden={{ version: String(version) }}
              texts={formTexts(t)}
            >
              <FormSection title={t('sellerAgenda.settings.days')} columns={2}>
                <TextField
                  name="blackoutDays"
                  label={t('sellerAgenda.settings.blackoutDays')}
                  hint={t('sellerAgenda.settings.blackoutHint')}
                  inputMode="numeric"
                  defaultValue={String(blackoutDays)}
                  required
                />
                <TextField
                  name="influenceDays"
                  label={t('sellerAgenda.settings.influenceDays')}
                  hint={t('sellerAgenda.settings.influenceHint')}
                  inputMode="numeric"
                  defaultValue={String(influenceDays)}
                  required
                />
              </FormSection>
              <FormSection
                title={t('sellerAgenda.settings.hours')}
                text={t('sellerAgenda.settings.hoursText')}
                columns={2}
              >
                {HOURS_DAYS.flatMap((day, at) =>
                  (['from', 'until'] as const).map((end) => {
                    const minutes = hours[at]?.[end]
                    return (
                      <TextField
                        key={`${end}_${day}`}
                        name={`${end}_${day}`}
                        label={t(`sellerAgenda.settings.${end}`, { day: t(`sellerAgenda.settings.weekdays.${day}`) })}
                        defaultValue={minutes === undefined ? '' : clockText(minutes)}
                        placeholder="—"
                        inputMode="numeric"
                        maxLength={5}
                        autoComplete="off"
                      />
                    )
                  }),
                )}
              </FormSection>
            </ActionForm>
          </CardBody>
        </Card>
        <Card title={t('sellerAgenda.settings.sources')}>
          <CardBody>
            <ul className="list-disc pl-5">
              <li>{t('sellerAgenda.settings.source.company')}</li>
              {laws.map((law) => (
                <li key={law}>{t(`sellerAgenda.settings.source.${law}`)}</li>
              ))}
            </ul>
          </CardBody>
        </Card>
      </div>
    </>
  )
})
