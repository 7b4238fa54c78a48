import { ActionButton } from '@/components/forms/action-button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { env } from '@/lib/env'
import type { I18n } from '@/lib/i18n/translator'
import { startSecondFactorAction } from '@/lib/users/actions'
import { SECOND_FACTOR } from '@/lib/users/paths'
import type { getOwnSecondFactor } from '@/lib/users/second-factor/queries'

type Props = { factor: Awaited<ReturnType<typeof getOwnSecondFactor>>; i18n: I18n }

/** Says whether the second factor is on, and leads to its page. */
export function SecondFactorCard({ factor, i18n: { t, format } }: Props) {
  const { text, control } = contentOf()
  return (
    <Card title={t('account.secondFactor.title')}>
      <CardBody>
        <p className="text-ink-2 mb-3 text-sm">{text}</p>
        {control}
      </CardBody>
    </Card>
  )

  function contentOf() {
    if (factor.state === 'by provider')
      return { text: t('account.secondFactor.byProvider', { provider: env().OIDC_NAME }), control: null }
    if (factor.state === 'on') {
      const date = format.dateTime(factor.since, { dateStyle: 'medium' })
      const link = <ButtonLink href={SECOND_FACTOR}>{t('account.secondFactor.remove')}</ButtonLink>
      return { text: t('account.secondFactor.on', { date, count: factor.codesLeft }), control: link }
    }
    const label = t('account.secondFactor.start')
    const start = <ActionButton id="start-second-factor" action={startSecondFactorAction} fields={{}} label={label} />
    return { text: t('account.secondFactor.off'), control: start }
  }
}
