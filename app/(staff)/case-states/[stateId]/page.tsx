import { notFound } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { stateWords } from '@/components/cases/words'
import { ActionButton } from '@/components/forms/action-button'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextField } from '@/components/forms/text-field'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { Confirm } from '@/components/ui/confirm'
import { PageHeader } from '@/components/ui/page-header'
import { renameStateAction, restoreStateAction, retireStateAction } from '@/lib/cases/actions'
import { CASE_STATES } from '@/lib/cases/paths'
import { type CaseState, getCaseState } from '@/lib/cases/states'
import type { I18n } from '@/lib/i18n/translator'

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
        <Card title={t(state.retiredAt ? 'cases.stateList.restore' : 'cases.stateList.retire')}>
          <CardBody>
            {state.retiredAt ? <Restore state={state} t={t} /> : <Retire state={state} name={name} t={t} />}
          </CardBody>
        </Card>
      </div>
    </>
  )
})

type Props = { state: CaseState; t: I18n['t'] }

const Retire = ({ state, name, t }: Props & { name: string }) => (
  <>
    <p className="text-ink-2 mb-3 text-xs">{t('cases.stateList.retireText')}</p>
    <Confirm
      label={t('cases.stateList.retire')}
      title={t('cases.stateList.retireAsk', { name })}
      text={t('cases.stateList.retireText')}
      cancel={t('common.cancel')}
    >
      <ActionButton
        id="retire-state"
        action={retireStateAction}
        fields={{ stateId: state.id }}
        label={t('cases.stateList.retire')}
        variant="danger"
      />
    </Confirm>
  </>
)

const Restore = ({ state, t }: Props) => (
  <ActionButton
    id="restore-state"
    action={restoreStateAction}
    fields={{ stateId: state.id }}
    label={t('cases.stateList.restore')}
  />
)
