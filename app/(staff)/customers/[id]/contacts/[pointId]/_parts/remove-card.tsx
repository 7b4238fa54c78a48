import { changesPoint } from '@/components/contacts/point-form'
import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { Confirm } from '@/components/ui/confirm'
import type { Part } from './props'

export function RemoveCard({ point, t }: Part) {
  return (
    <Card id="remove" title={t('contacts.removeTitle')}>
      <CardBody>
        <p className="text-ink-2 mb-3">{t('contacts.removeText')}</p>
        <Confirm
          label={t('contacts.remove')}
          title={`${t('contacts.remove')}: ${point.value}`}
          text={point.primary ? t('contacts.removePrimaryText') : t('contacts.removeText')}
          cancel={t('common.cancel')}
          variant="danger"
        >
          <Button {...changesPoint('retire', point.id)} id={`retire-${point.id}`} variant="danger">
            {t('contacts.removeConfirm')}
          </Button>
        </Confirm>
      </CardBody>
    </Card>
  )
}
