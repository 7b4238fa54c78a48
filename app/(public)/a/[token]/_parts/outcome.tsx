import { CircleCheck, CircleSlash, Hourglass } from '@/components/ui/icons'
import { Card, CardBody } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { buttonClass } from '@/components/ui/variants'
import { toSigning, toSigningFile, toVerify } from '@/lib/acceptances/paths'
import type { SignerView } from '@/lib/acceptances/signing/view'
import type { I18n } from '@/lib/i18n/translator'

type Settled = SignerView & { status: 'accepted' | 'refused' | 'expired' }

type Props = { view: Settled; token: string; company: string; i18n: I18n }

const ICONS = { accepted: CircleCheck, refused: CircleSlash, expired: Hourglass }

/** The result with its protocol and, after an acceptance, the final document. */
export function Outcome({ view, token, company, i18n: { t, format } }: Props) {
  const { status, title, protocol } = view
  const at = status === 'expired' ? view.expiresAt : (view.decidedAt ?? view.expiresAt)
  const date = format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <Card>
      <CardBody>
        <div className={`outcome outcome-${status}`}>
          <Icon of={ICONS[status]} />
          <h1>{t(`acceptances.sign.${status}Title`)}</h1>
          <p>{t(`acceptances.sign.${status}Text`, { title, date, company })}</p>
          <p className="outcome-protocol">
            <small>{t('acceptances.sign.protocol')}</small>
            <b>{protocol}</b>
          </p>
          {status === 'accepted' && <Final view={view} token={token} t={t} />}
          <a className="link" href={toVerify({ protocol })}>
            {t('acceptances.sign.verify')}
          </a>
        </div>
      </CardBody>
    </Card>
  )
}

function Final({ view, token, t }: Pick<Props, 'view' | 'token'> & { t: I18n['t'] }) {
  if (view.final)
    return (
      <a className={buttonClass('primary')} href={toSigningFile(token, 'final', true)}>
        {t('acceptances.sign.download')}
      </a>
    )
  return (
    <>
      <p>{t(view.sealFailed ? 'acceptances.sign.sealFailed' : 'acceptances.sign.preparing')}</p>
      <a className={buttonClass('secondary')} href={toSigning(token)}>
        {t('acceptances.sign.reload')}
      </a>
    </>
  )
}
