import { ExternalLink } from '@/components/ui/icons'
import type { ShownAddress } from '@/lib/acquisition/web-address'
import type { I18n } from '@/lib/i18n/translator'

type Props = { address: ShownAddress; t: I18n['t'] }

/** Shows an address from outside: the host is emphasised, warnings name what may deceive, and only a web address is a link. */
export const WebAddress = ({ address: { before, host, after, href, warnings }, t }: Props) => (
  <span className="web-address">
    <bdi dir="ltr">
      <span>{before}</span>
      <b>{host}</b>
      <span>{after}</span>
    </bdi>
    {href && (
      <a href={href} target="_blank" rel="noreferrer noopener nofollow" referrerPolicy="no-referrer">
        <ExternalLink role="img" aria-label={t('acquisition.external')} />
      </a>
    )}
    {warnings.map((warning) => (
      <small key={warning}>{t(`acquisition.warnings.${warning}`)}</small>
    ))}
  </span>
)
