import { rowStateWords } from '@/components/cases/words'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody, CardRow } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { listCasesOf } from '@/lib/cases/links/queries'
import { targetText, type Target } from '@/lib/cases/links/target'
import { toCase, toNewCase } from '@/lib/cases/paths'
import type { I18n } from '@/lib/i18n/translator'
import type { Ctx } from '@/lib/kernel/context'

type Props = {
  ctx: Ctx
  /** The id of the surviving record. */
  survivorId: string
  /** With the record that it belongs to. */
  target: Target & { customerId: string }
  i18n: I18n
}

/** The cases that are linked to a message, a document or a conversation, and the link to the form for a new one. */
export async function CasesCard({ ctx, survivorId, target, i18n }: Props) {
  const { t } = i18n
  const cases = await listCasesOf(ctx, target)
  const register = ctx.viewer.can('cases.write') && (
    <ButtonLink href={toNewCase(survivorId, targetText(target))} size="sm">
      {t('cases.links.register')}
    </ButtonLink>
  )
  return (
    <Card id="cases" title={t('cases.links.casesTitle')} action={register}>
      {cases.map((row) => (
        <CardRow key={row.id} end={<Chip tone={row.closedAt ? 'neutral' : 'accent'}>{rowStateWords(row, t)}</Chip>}>
          <Link className="link" href={toCase(survivorId, row.id)}>
            {t('cases.number', { number: String(row.number) })} · {row.subject}
          </Link>
          <small>
            <Time at={row.createdAt} i18n={i18n} />
          </small>
        </CardRow>
      ))}
      {!cases.length && (
        <CardBody>
          <p className="text-ink-3">{t('cases.links.noCases')}</p>
        </CardBody>
      )}
    </Card>
  )
}
