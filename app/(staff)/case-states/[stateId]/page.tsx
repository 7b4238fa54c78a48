import { notFound } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { stateWords } from '@/components/cases/words'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { RetireCard } from '@/components/forms/retire-card'
import { TextField } from '@/components/forms/text-field'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { renameStateAction, restoreStateAction, retireStateAction } from '@/lib/cases/actions'
import { CASE_STATES } from '@/lib/cases/paths'
import { getCaseState } from '@/lib/cases/states'

export const generateMetadata = titled('cases.configure', async ({ ctx, params, t }) => {
  const state = await getCaseState(ctx, params.stateId)
  return state ? stateWords(state, t) : t('cases.stateList.title')
})

/** One state: the forms that rename it, and that stop or resume offering it. */
export default page('cases.configure', async ({ ctx, params, t }) => {
  const state = await getCaseState(ctx, params.stateId)
  if (!state) notFound()
  const name = stateWords(state, t)
  const status = t(state.retiredAt ? 'cases.stateList.retired' : 'cases.stateList.active')
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ label: t('cases.stateList.title'), href: CASE_STATES }, { label: name }]}
      />
      <PageHeader title={name} text={`${t(`cases.phases.${state.phase}`)} · ${status}`} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title={t('cases.stateList.rename')}>
          <CardBody>
            <p className="text-ink-2 mb-3">{t('cases.stateList.renameText')}</p>
            <ActionForm
              action={renameStateAction}
              submit={t('common.save')}
              hidden={{ stateId: state.id, version: String(state.version) }}
              texts={formTexts(t)}
            >
              <TextField
                name="name"
                label={t('cases.stateList.name')}
                defaultValue={name}
                required
                maxLength={60}
                autoComplete="off"
              />
            </ActionForm>
          </CardBody>
        </Card>
        <RetireCard
          isRetired={state.retiredAt !== null}
          retire={retireStateAction}
          restore={restoreStateAction}
          fields={{ stateId: state.id }}
          texts={{
            retire: t('cases.stateList.retire'),
            ask: t('cases.stateList.retireAsk', { name }),
            explanation: t('cases.stateList.retireText'),
            restore: t('cases.stateList.restore'),
            cancel: t('common.cancel'),
          }}
        />
      </div>
    </>
  )
})
