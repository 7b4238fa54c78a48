import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { DateField } from '@/components/forms/date-field'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { moneyField } from '@/components/purchases/money-field'
import { moneyIn } from '@/components/purchases/words'
import { CardBody } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { today } from '@/lib/kernel/today'
import {
  changeSituationAction,
  recordCreditAction,
  recordCreditUseAction,
  recordExclusionAction,
  recordReturnAction,
} from '@/lib/purchases/actions'
import { REASONS, SITUATIONS } from '@/lib/purchases/kinds'
import type { Part } from './props'

type Action = typeof recordReturnAction
type Name = 'change' | 'return' | 'exclusion' | 'credit' | 'use'

/** A form about the purchase, closed until somebody opens it. */
const form = ({ customer, purchase, t }: Part, name: Name, action: Action, fields: ReactNode, labels = {}) => (
  <CardBody>
    <Disclosure summary={t(`purchases.${name}.title`)}>
      <ActionForm
        id={`purchase-${name}`}
        action={action}
        submit={t(`purchases.${name}.submit`)}
        hidden={{ customerId: customer.id, purchaseId: purchase.id }}
        labels={{ amount: t('purchases.fields.amount'), ...labels }}
        texts={formTexts(t)}
      >
        {fields}
      </ActionForm>
    </Disclosure>
  </CardBody>
)

export function SituationForm(part: Part) {
  const { purchase, t } = part
  return form(
    part,
    'change',
    changeSituationAction,
    <SelectField
      name="situation"
      label={t('purchases.fields.situation')}
      defaultValue={purchase.situation}
      options={SITUATIONS.map((value) => ({ value, label: t(`purchases.situations.${value}`) }))}
    />,
  )
}

export function ReturnForm(part: Part) {
  const { ctx, purchase, i18n, t } = part
  return form(
    part,
    'return',
    recordReturnAction,
    <>
      <IdempotencyField />
      <SelectField
        name="line"
        label={t('purchases.fields.line')}
        empty={t('purchases.fields.wholePurchase')}
        options={purchase.items.map(({ line, description }) => ({
          value: String(line),
          label: `${line}. ${description}`,
        }))}
      />
      {moneyField({ name: 'amount', currency: purchase.currency, i18n })}
      <DateField
        name="returnedOn"
        label={t('purchases.fields.returnedOn')}
        defaultValue={today(ctx.now)}
        max={today(ctx.now)}
        required
      />
      <TextField name="reason" label={t('purchases.fields.reason')} maxLength={200} autoComplete="off" />
    </>,
  )
}

export function ExclusionForm(part: Part) {
  const { purchase, i18n, t } = part
  return form(
    part,
    'exclusion',
    recordExclusionAction,
    <>
      <IdempotencyField />
      <SelectField
        name="reason"
        label={t('purchases.fields.reason')}
        options={REASONS.map((value) => ({ value, label: t(`purchases.exclusionReasons.${value}`) }))}
      />
      {moneyField({ name: 'amount', currency: purchase.currency, i18n })}
      <TextField name="note" label={t('purchases.fields.note')} maxLength={200} autoComplete="off" />
    </>,
  )
}

export function CreditForm(part: Part) {
  const { purchase, i18n, t } = part
  return form(
    part,
    'credit',
    recordCreditAction,
    <>
      <IdempotencyField />
      <TextField name="externalId" label={t('purchases.fields.credit')} maxLength={80} required autoComplete="off" />
      {moneyField({ name: 'amount', currency: purchase.currency, i18n })}
      <DateField name="expiresOn" label={t('purchases.fields.expiresOn')} />
    </>,
  )
}

/** The credits that the customer can use in this purchase. Nothing without one. */
export function CreditUseForm(part: Part) {
  const { ctx, purchase, i18n, t } = part
  const usable = part.credits.filter(
    ({ left, currency, expiresOn }) =>
      left > 0 && currency === purchase.currency && (!expiresOn || expiresOn >= today(ctx.now)),
  )
  if (!usable.length || purchase.situation === 'cancelled') return null
  return form(
    part,
    'use',
    recordCreditUseAction,
    <>
      <IdempotencyField />
      <SelectField
        name="creditId"
        label={t('purchases.fields.use')}
        options={usable.map(({ id, externalId, left, currency }) => ({
          value: id,
          label: t('purchases.use.choice', { number: externalId, left: moneyIn(currency, i18n)(left) }),
        }))}
      />
      {moneyField({ name: 'amount', currency: purchase.currency, i18n })}
    </>,
  )
}
