import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import { standing } from '@/components/sending/standing'
import { Banner } from '@/components/ui/banner'
import { Card, CardBody } from '@/components/ui/card'
import { Tabs } from '@/components/ui/tabs'
import { requestAcceptanceAction } from '@/lib/acceptances/actions'
import { toAcceptances, toNewAcceptance } from '@/lib/acceptances/paths'
import type { listRequestable } from '@/lib/acceptances/queries'
import { DEFAULT_DAYS } from '@/lib/acceptances/request'
import { listMessages } from '@/lib/documents/journeys'
import { isSendChannel, SEND_CHANNELS } from '@/lib/documents/queries/sends'
import { env } from '@/lib/env'
import { requirePrimary } from '@/lib/http/page'
import { reachOf, type Reach } from '@/lib/sending/destinations'
import type { ProfilePage } from '../../../_profile/props'

type Document = Awaited<ReturnType<typeof listRequestable>>[number]
type Props = ProfilePage & { document: Document }

/** Asks for the channel, message, recipient, deadline and terms. `planSend` checks again what is chosen here. */
export async function RequestForm({ ctx, customer, search, document, i18n, t }: Props) {
  const channel = isSendChannel(search.channel) ? search.channel : 'email'
  const { journey } = document
  const messages = (await listMessages(ctx, journey.id, channel)).filter(({ body }) => body.includes('{{link}}'))
  const reach = await reachOf(await requirePrimary(), {
    customerId: customer.id,
    channel,
    journey,
    revealed: customer.revealed,
  })
  const tabs = SEND_CHANNELS.map((one) => ({
    href: toNewAcceptance(customer.id, document.id, one),
    label: t(`sending.channels.${one}`),
    current: one === channel,
  }))
  const options = destinations(reach, ctx.viewer.can('messages.override'), i18n)
  const lifts =
    ctx.viewer.can('messages.override') && (reach.typed || reach.points.some(({ objection }) => objection?.overridable))
  return (
    <Card title={t('acceptances.request.title')}>
      <CardBody>
        <p className="mb-2">{t('acceptances.request.text')}</p>
        <p>
          <b>{document.title}</b> · {document.number}
        </p>
      </CardBody>
      <Tabs label={t('acceptances.request.channel')} items={tabs} />
      <CardBody>
        {messages.length === 0 && (
          <Banner tone="warn">{t('acceptances.request.noMessage', { journey: journey.name })}</Banner>
        )}
        {messages.length > 0 && (
          <ActionForm
            key={channel}
            action={requestAcceptanceAction}
            submit={t('acceptances.request.submit')}
            cancelHref={toAcceptances(customer.id)}
            hidden={{ customerId: customer.id, documentId: document.id, channel }}
            texts={formTexts(t)}
          >
            <IdempotencyField />
            <RadioGroupField
              name="to"
              label={t('acceptances.request.to')}
              defaultValue={options.first}
              options={options.all}
              required
            />
            <TextField
              name="address"
              label={t('acceptances.request.address')}
              hint={options.all.length > 1 ? t('acceptances.request.addressHint') : undefined}
              required={options.all.length === 1}
              conditional
              maxLength={200}
              autoComplete="off"
            />
            <RadioGroupField
              name="journeyMessageId"
              label={t('acceptances.request.message', { journey: journey.name })}
              defaultValue={messages[0]?.id}
              options={messages.map(({ id, name, subject }) => ({
                value: id,
                label: name,
                hint: subject ?? undefined,
              }))}
              required
            />
            <TextField
              name="days"
              label={t('acceptances.request.days')}
              hint={t('acceptances.request.daysHint')}
              defaultValue={String(DEFAULT_DAYS)}
              inputMode="numeric"
              maxLength={2}
              required
            />
            <TextAreaField
              name="terms"
              label={t('acceptances.request.terms')}
              hint={t('acceptances.request.termsHint')}
              defaultValue={t('acceptances.defaultTerms', { company: env().COMPANY_NAME })}
              maxLength={4000}
              required
            />
            {lifts && (
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
        )}
      </CardBody>
    </Card>
  )
}

/**
 * The points that can be chosen, each with its sending status, and "another address". The first one that is allowed is
 * preselected.
 */
function destinations({ points, typed }: Reach, mayLift: boolean, i18n: ProfilePage['i18n']) {
  const { t } = i18n
  const known = points
    .filter(({ objection }) => !objection || (objection.overridable && mayLift))
    .map(({ pointId, shown, label, primary, objection }) => ({
      value: `point:${pointId}`,
      label: [shown, label, primary && t('acceptances.request.primary')].filter(Boolean).join(' · '),
      hint: standing(objection, mayLift, i18n),
    }))
  const first = points.find(({ objection }) => !objection)
  const other = {
    value: 'new',
    label: t('acceptances.request.other'),
    hint: typed ? standing(typed, mayLift, i18n) : undefined,
  }
  return { first: first ? `point:${first.pointId}` : 'new', all: [...known, other] }
}
