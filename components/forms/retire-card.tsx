import type { ComponentProps } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { Card, CardBody } from '@/components/ui/card'
import { Confirm } from '@/components/ui/confirm'

type Action = ComponentProps<typeof ActionButton>['action']

type Props = {
  isRetired: boolean
  retire: Action
  restore: Action
  fields: Record<string, string>
  texts: {
    retire: string
    /** The question in the confirmation. */
    ask: string
    /** What retiring it means. */
    explanation: string
    restore: string
    cancel: string
  }
}

/** Stops offering an entry of a list that admins manage, after a confirmation, or offers it again. */
export const RetireCard = ({ isRetired, retire, restore, fields, texts }: Props) => (
  <Card title={isRetired ? texts.restore : texts.retire}>
    <CardBody>
      {isRetired ? (
        <ActionButton id="restore" action={restore} fields={fields} label={texts.restore} />
      ) : (
        <>
          <p className="text-ink-2 mb-3 text-xs">{texts.explanation}</p>
          <Confirm label={texts.retire} title={texts.ask} text={texts.explanation} cancel={texts.cancel}>
            <ActionButton id="retire" action={retire} fields={fields} label={texts.retire} variant="danger" />
          </Confirm>
        </>
      )}
    </CardBody>
  </Card>
)
