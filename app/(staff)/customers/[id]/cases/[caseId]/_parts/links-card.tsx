import { ActionButton } from '@/components/forms/action-button'
import { Card, CardBody, CardRow } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { unlinkCaseAction } from '@/lib/cases/actions'
import { listLinks } from '@/lib/cases/links/queries'
import { LinkForm } from './link-form'
import { linkRows } from './link-rows'
import type { Part } from './props'

/** The messages, documents and conversations that the case is about, and the form that links more (K1). */
export async function LinksCard(part: Part) {
  const { ctx, customer, found, mayWrite, i18n, t } = part
  const rows = linkRows(await listLinks(ctx, found), customer.id, i18n)
  return (
    <Card id="links" title={t('cases.links.title')}>
      {rows.map(({ value, words, href, at }) => (
        <CardRow
          key={value}
          end={
            mayWrite && (
              <ActionButton
                id={`unlink-${value}`}
                action={unlinkCaseAction}
                fields={{ customerId: customer.id, caseId: found.id, target: value }}
                label={t('cases.links.unlink')}
                aria-label={t('cases.links.unlinkLabel', { name: words })}
                variant="quiet"
                size="sm"
              />
            )
          }
        >
          <Link className="link" href={href}>
            {words}
          </Link>
          <small>
            <Time at={at} i18n={i18n} />
          </small>
        </CardRow>
      ))}
      {!rows.length && (
        <CardBody>
          <p className="text-ink-3">{t('cases.links.none')}</p>
        </CardBody>
      )}
      {mayWrite && <LinkForm {...part} />}
    </Card>
  )
}
