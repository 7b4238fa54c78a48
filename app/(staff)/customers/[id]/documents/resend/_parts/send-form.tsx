import { ActionForm } from '@/components/forms/action-form'
import { CheckboxField } from '@/components/forms/checkbox-field'
import { FormSection } from '@/components/forms/form-section'
import { formTexts } from '@/components/forms/form-texts'
import { TopButton } from '@/components/forms/top-button'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { ClosedRecipients } from '@/components/sending/closed-recipients'
import { DestinationFields } from '@/components/sending/destination-fields'
import { SmsCount } from '@/components/sending/sms-count'
import { smsComposition } from '@/components/sending/sms-composition'
import { Banner } from '@/components/ui/banner'
import { Card, CardBody } from '@/components/ui/card'
import { env } from '@/lib/env'
import { resendDocumentsAction } from '@/lib/documents/actions'
import { listMessages, type listLiveJourneys } from '@/lib/documents/journeys'
import { toDocuments } from '@/lib/documents/paths'
import type { ListedKit } from '@/lib/documents/queries/kits'
import type { SendChannel } from '@/lib/sending/address'
import { requirePrimary } from '@/lib/http/page'
import { addressedName } from '@/lib/customer-group/shown-name'
import { choicesOf } from '@/lib/sending/recipient-choices'
import { listRecipients } from '@/lib/sending/recipients'
import { fillIn } from '@/lib/sending/render'
import type { ProfilePage } from '../../../_profile/props'

type Journey = Awaited<ReturnType<typeof listLiveJourneys>>[number]
type Props = ProfilePage & { kit: ListedKit; journey: Journey; channel: SendChannel }

const FORM_ID = 'send-documents'

/**
 * Asks for the documents, the message and the recipient. Refused ones are listed below with the reason; `planSend`
 * checks again.
 */
export async function SendForm(props: Props) {
  const { ctx, customer, kit, journey, channel, search, i18n } = props
  const { t } = i18n
  const messages = await listMessages(ctx, journey.id, channel)
  const recipients = await listRecipients(await requirePrimary(), {
    customerId: customer.id,
    channel,
    journey,
    revealed: customer.revealed,
  })
  const { open, canType } = choicesOf(recipients, false)
  if (!messages.length) return <Banner tone="warn">{t('documents.resend.noMessages')}</Banner>
  if (!open.length && !canType) return <ClosedRecipients recipients={recipients} i18n={i18n} />
  const titles = kit.documents.filter(({ state }) => state === 'available').map(({ title }) => title)
  return (
    <>
      <Card title={kit.title} action={<TopButton form={FORM_ID} label={t('sending.sendNow')} />}>
        <CardBody>
          <ActionForm
            id={FORM_ID}
            action={resendDocumentsAction}
            submit={t('documents.resend.submit')}
            cancelHref={toDocuments(customer.id)}
            hidden={{ customerId: customer.id, kitId: kit.id, journeyId: journey.id, channel }}
            texts={formTexts(t)}
          >
            <IdempotencyField />
            <FormSection title={t('documents.resend.documents')}>
              {kit.documents.map((document) => tick(document, search.document, t))}
            </FormSection>
            <RadioGroupField
              name="messageId"
              label={t('documents.resend.message')}
              defaultValue={messages[0]?.id}
              required
              options={messages.map(({ id, name, subject, body }) => ({
                value: id,
                label: name,
                hint: [subject, body]
                  .map((text) => text && preview(text, props, titles))
                  .filter(Boolean)
                  .join(' — '),
              }))}
            />
            {channel === 'sms' && <SmsCount {...smsOf(props, messages)} />}
            <DestinationFields
              recipients={recipients}
              channel={channel}
              words={{ to: t('documents.resend.to') }}
              i18n={i18n}
            />
          </ActionForm>
        </CardBody>
      </Card>
      <ClosedRecipients recipients={recipients} i18n={i18n} />
    </>
  )
}

/** What `SmsCount` needs to count the parts of the chosen message with the ticked documents. */
function smsOf({ customer, kit, journey, search, t }: Props, messages: { id: string; body: string }[]) {
  const available = kit.documents.filter(({ state }) => state === 'available')
  const titles = Object.fromEntries(available.map(({ id, title }) => [id, title]))
  const documents = available.filter(({ id }) => !search.document || search.document === id).map(({ title }) => title)
  return { titles, ...smsComposition({ customer, purpose: journey.purpose, documents, messages }, t) }
}

/** A document that cannot be sent has no checkbox, and shows the reason. */
function tick(
  { id, title, number, state }: ListedKit['documents'][number],
  only: string | undefined,
  t: ProfilePage['t'],
) {
  const label = `${title} (${t('documents.document.number', { number })})`
  if (state !== 'available')
    return <p key={id} className="field-hint">{`${label}: ${t(`documents.resend.unavailable.${state}`)}`}</p>
  return <CheckboxField key={id} name="documents[]" value={id} label={label} defaultChecked={!only || only === id} />
}

/** The message as the customer will read it, in one paragraph. */
function preview(body: string, { customer, t }: Props, documents: string[]): string {
  const text = fillIn(body, {
    name: addressedName(customer),
    company: env().COMPANY_NAME,
    documents,
    link: t('documents.sends.link'),
  })
  return text.replace(/\s+/g, ' ').trim()
}
