import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextAreaField } from '@/components/forms/text-area-field'
import { publicPage, publicTitle } from '@/app/_frame/public-page'
import { Card, CardBody } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { PageHeader } from '@/components/ui/page-header'
import { env } from '@/lib/env'
import { setResponseStatus } from '@/lib/http/response-status'
import { unsubscribeAction } from '@/lib/sending/actions'
import { readUnsubscription } from '@/lib/sending/unsubscribe'

export const generateMetadata = publicTitle(({ t }) => t('sending.unsubscribe.title'))

/** Asks for a confirmation before it unsubscribes, so that a mail scanner that opens the link changes nothing. */
export default publicPage(async ({ publicCtx, params, t }) => {
  const token = params.token ?? ''
  const asked = await readUnsubscription(publicCtx, token)
  const company = env().COMPANY_NAME
  if (!asked) {
    setResponseStatus(404)
    return <PageHeader title={t('sending.unsubscribe.unknownTitle')} text={t('sending.unsubscribe.unknown')} />
  }
  const { channel, purpose, address, journey, done } = asked
  const words = { channel: t(`customers.channels.${channel}`), company, address }
  if (done)
    return (
      <PageHeader title={t('sending.unsubscribe.doneTitle')} text={t(`sending.unsubscribe.done.${purpose}`, words)} />
    )
  return (
    <>
      <PageHeader title={t('sending.unsubscribe.title')} text={t(`sending.unsubscribe.text.${purpose}`, words)} />
      <Card>
        <DefinitionList
          items={[
            { label: t('sending.unsubscribe.from'), value: company },
            { label: t('sending.unsubscribe.address'), value: address },
            { label: t('sending.unsubscribe.message'), value: journey },
          ]}
        />
        <CardBody>
          <ActionForm
            action={unsubscribeAction}
            submit={t('sending.unsubscribe.submit')}
            hidden={{ token }}
            texts={formTexts(t)}
          >
            <TextAreaField name="reason" label={t('sending.unsubscribe.reason')} rows={3} maxLength={300} />
          </ActionForm>
        </CardBody>
      </Card>
    </>
  )
})
