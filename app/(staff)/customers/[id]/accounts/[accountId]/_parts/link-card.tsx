import { ActionButton } from '@/components/forms/action-button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { Confirm } from '@/components/ui/confirm'
import { relinkAccountAction, unlinkAccountAction } from '@/lib/accounts/actions'
import { toLinkAccount } from '@/lib/accounts/paths'
import type { Part } from './props'

/** Unlinks the account; an unlinked one can be linked again, or to another customer. */
export const LinkCard = (part: Part) => (part.account.unlinkedAt ? <Link {...part} /> : <Unlink {...part} />)

const Unlink = ({ customer, account, t }: Part) => (
  <Card title={t('accounts.unlink.title')}>
    <CardBody>
      <p className="text-ink-2 mb-3">{t('accounts.unlink.text')}</p>
      <Confirm
        label={t('accounts.unlink.button')}
        title={t('accounts.unlink.ask', { name: account.name })}
        text={t('accounts.unlink.text')}
        cancel={t('common.cancel')}
        variant="danger"
      >
        <ActionButton
          id="unlink-account"
          action={unlinkAccountAction}
          fields={{ customerId: customer.id, accountId: account.id }}
          label={t('accounts.unlink.confirm')}
          variant="danger"
        />
      </Confirm>
    </CardBody>
  </Card>
)

const Link = ({ customer, account, t }: Part) => (
  <Card title={t('accounts.link.title')}>
    <CardBody>
      {account.isLinkedElsewhere ? (
        t('accounts.elsewhere')
      ) : (
        <div className="flex flex-wrap gap-2">
          <ActionButton
            id="relink-account"
            action={relinkAccountAction}
            fields={{ customerId: customer.id, accountId: account.id }}
            label={t('accounts.link.again')}
          />
          <ButtonLink href={toLinkAccount(customer.id, account.id)}>{t('accounts.link.other')}</ButtonLink>
        </div>
      )}
    </CardBody>
  </Card>
)
