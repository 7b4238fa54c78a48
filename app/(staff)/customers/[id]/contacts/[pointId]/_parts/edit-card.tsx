import { Fragment } from 'react'
import { pointFields } from '@/components/contacts/point-fields'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { Card, CardBody } from '@/components/ui/card'
import { changePointAction } from '@/lib/contacts/actions'
import { toPoints } from '@/lib/contacts/paths'
import type { Part } from './props'

/** Changing the value creates a new version. A viewer who sees it masked leaves the field blank to keep the value. */
export function EditCard({ customer, point, search, i18n, t }: Part) {
  const abroad = point.abroad || search.abroad === '1'
  const hidden = {
    customerId: customer.id,
    pointId: point.id,
    version: String(point.version),
    ...(point.channel === 'address' && !abroad && { country: 'BR' }),
  }
  return (
    <Card id="edit" title={t('contacts.changeTitle')}>
      <CardBody>
        <ActionForm
          action={changePointAction}
          submit={t('contacts.save')}
          cancelHref={toPoints({ customerId: customer.id })}
          hidden={hidden}
          texts={formTexts(t)}
        >
          {/* The key is on the fields, not on the form: without scripting, React matches an answer to its form by position. */}
          <Fragment key={String(point.clear)}>
            {pointFields({
              channel: point.channel,
              i18n,
              values: point.form,
              masked: point.clear ? undefined : point.value,
              abroad,
            })}
          </Fragment>
        </ActionForm>
      </CardBody>
    </Card>
  )
}
