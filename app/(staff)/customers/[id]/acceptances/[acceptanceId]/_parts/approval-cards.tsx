import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextAreaField } from '@/components/forms/text-area-field'
import { Card, CardBody } from '@/components/ui/card'
import { approveRequestAction, declineRequestAction } from '@/lib/acceptances/actions'
import { REASON_MAX } from '@/lib/acceptances/schema'
import { hiddenFields, type Part } from './props'

/** The two answers of the second person. The requester, and viewers without the permission, only read what the request waits for. */
export function ApprovalCards(part: Part) {
  const { ctx, acceptance, t } = part
  const isRequester = acceptance.createdBy === ctx.viewer.userId
  if (isRequester || !ctx.viewer.can('acceptances.approve'))
    return (
      <Card title={t('acceptances.status.pending')}>
        <CardBody>
          <p className="text-ink-2">{t('acceptances.manage.waitsForOther')}</p>
          {isRequester && <p className="text-ink-2 mt-2">{t('acceptances.manage.ownRequest')}</p>}
        </CardBody>
      </Card>
    )
  return (
    <>
      <Card title={t('acceptances.manage.approveTitle')}>
        <CardBody>
          <p className="text-ink-2 mb-3">{t('acceptances.manage.approveText')}</p>
          <ActionForm
            action={approveRequestAction}
            submit={t('acceptances.manage.approve')}
            hidden={hiddenFields(part)}
            texts={formTexts(t)}
          >
            {null}
          </ActionForm>
        </CardBody>
      </Card>
      <Card title={t('acceptances.manage.declineTitle')}>
        <CardBody>
          <ActionForm
            action={declineRequestAction}
            submit={t('acceptances.manage.decline')}
            hidden={hiddenFields(part)}
            texts={formTexts(t)}
            variant="danger"
          >
            <TextAreaField
              name="reason"
              label={t('acceptances.manage.declineReason')}
              maxLength={REASON_MAX}
              rows={2}
              required
            />
          </ActionForm>
        </CardBody>
      </Card>
    </>
  )
}
