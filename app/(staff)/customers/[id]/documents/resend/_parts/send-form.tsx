import { ActionForm } from '@/components/forms/action-form'
import { CheckboxField } from '@/components/forms/checkbox-field'
import { FormSection } from '@/components/forms/form-section'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import { standing } from '@/components/sending/standing'
import { Banner } from '@/components/ui/banner'
import { Card, CardBody } from '@/components/ui/card'
import { env } from '@/lib/env'
import { resendDocumentsAction } from '@/lib/documents/actions'
import { listMessages, type listLiveJourneys } from '@/lib/documents/journeys'
import { toDocuments } from '@/lib/documents/paths'
import type { ListedKit } from '@/lib/documents/queries/kits'
import type { SendChannel } from '@/lib/sending/address'
import { requirePrimary } from '@/lib/http/page'
import { reachOf } from '@/lib/sending/destinations'
import { fillIn } from '@/lib/sending/render'
import type { ProfilePage } from '../../../_profile/props'
import { NotReachable } from './not-reachable'

type Journey = Awaited<ReturnType<typeof listLiveJourneys>>[number]
type Props = ProfilePage & { kit: ListedKit; journey: Journey; channel: SendChannel }

/**
 * Asks for the documents, the message and the recipient. Refused ones are listed below with the reason; `planSend`
 * checks again.
 */
export async function SendForm(props: Props) {
  const { ctx, customer, kit, journey, channel, search, i18n } = props
  const { t } = i18n
  const messages = await listMessages(ctx, journey.id, channel)
  const reach = await reachOf(await requirePrimary(), {
    customerId: customer.id,
    channel,
    journey,
    revealed: customer.revealed,
  })
  const mayLift = ctx.viewer.can('messages.override')
  const open = reach.points.filter(({ objection }) => !objection || (objection.overridable && mayLift))
  const closed = reach.points.filter((point) => !open.includes(point))
  const typedOpen = !reach.typed || (reach.typed.overridable && mayLift)
  if (!messages.length) return <Banner tone="warn">{t('documents.resend.noMessages')}</Banner>
  if (!open.length && !typedOpen) return <NotReachable points={closed} typed={reach.typed} i18n={i18n} />
  const firstFree = open.find(({ objection }) => !objection)
  const titles = kit.documents.filter(({ state }) => state === 'available').map(({ title }) => title)
  const asksReason = open.some(({ objection }) => objection) || Boolean(reach.typed)
  return (
    <>
      <Card title={kit.title}>
        <CardBody>
          <ActionForm
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
            <RadioGroupField
              name="to"
              label={t('documents.resend.to')}
              defaultValue={firstFree ? `point:${firstFree.pointId}` : open.length ? undefined : 'new'}
              required
              options={[
                ...open.map(({ pointId, shown, label, primary, objection }) => ({
                  value: `point:${pointId}`,
                  label: [shown, label, primary && t('documents.resend.primary')].filter(Boolean).join(' · '),
                  hint: standing(objection, mayLift, i18n),
                })),
                ...(typedOpen
                  ? [
                      {
                        value: 'new',
                        label: t('documents.resend.new'),
                        hint: reach.typed ? standing(reach.typed, mayLift, i18n) : undefined,
                      },
                    ]
                  : []),
              ]}
            />
            {typedOpen && (
              <TextField
                name="address"
                label={t(`documents.resend.address.${channel}`)}
                hint={open.length ? t('documents.resend.addressHint') : undefined}
                required={!open.length}
                conditional
                type={channel === 'email' ? 'email' : 'tel'}
                inputMode={channel === 'email' ? 'email' : 'tel'}
                maxLength={200}
                autoComplete="off"
              />
            )}
            {asksReason && mayLift && (
              <TextAreaField
                name="overrideReason"
                label={t('sending.override.reason')}
                hint={t('sending.override.hint')}
                conditional
                rows={2}
                maxLength={500}
              />
            )}
          </ActionForm>
        </CardBody>
      </Card>
      {closed.length > 0 && <NotReachable points={closed} typed={null} i18n={i18n} />}
    </>
  )
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
    name: customer.preferredName ?? customer.name,
    company: env().COMPANY_NAME,
    documents,
    link: t('documents.sends.link'),
  })
  return text.replace(/\s+/g, ' ').trim()
}
