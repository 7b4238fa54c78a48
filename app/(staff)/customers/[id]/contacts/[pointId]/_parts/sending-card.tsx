import { changesPoint } from '@/components/contacts/point-form'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextField } from '@/components/forms/text-field'
import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { blockPointWithReasonAction } from '@/lib/contacts/actions'
import type { Part } from './props'

/** The buttons to block or allow the point and to make it primary, with the reason of a block. */
export function SendingCard(part: Part) {
  const { point, t } = part
  return (
    <Card id="sending" title={t('contacts.sending')}>
      <CardBody>
        <div className="grid gap-3">
          <p className="text-ink-2">{t(point.blockedAt ? 'contacts.blockedText' : 'contacts.allowedText')}</p>
          {point.blockedAt ? <Allow {...part} /> : <Star {...part} />}
          {!point.blockedAt && <Block {...part} />}
        </div>
      </CardBody>
    </Card>
  )
}

function Allow({ point, t }: Part) {
  return (
    <div>
      <Button {...changesPoint('allow', point.id)} id={`bell-${point.id}`}>
        {t('contacts.allow')}
      </Button>
      <p className="text-ink-3 mt-2 text-xs">{t('contacts.cannotBePrimary')}</p>
    </div>
  )
}

function Star({ point, t }: Part) {
  if (point.primary) return <p className="text-ink-3 text-xs">{t('contacts.isPrimary')}</p>
  return (
    <div>
      <Button {...changesPoint('makePrimary', point.id)} id={`star-${point.id}`}>
        {t('contacts.makePrimary')}
      </Button>
    </div>
  )
}

function Block({ customer, point, here, t }: Part) {
  return (
    <ActionForm
      action={blockPointWithReasonAction}
      submit={t('contacts.block')}
      variant="secondary"
      hidden={{ customerId: customer.id, pointId: point.id, returnTo: here }}
      texts={formTexts(t)}
    >
      <TextField
        name="reason"
        label={t('contacts.reason')}
        hint={t('contacts.reasonHint')}
        maxLength={300}
        autoComplete="off"
      />
      {point.primary && <p className="text-ink-3 text-xs">{t('contacts.blockDrops')}</p>}
    </ActionForm>
  )
}
