import { moneyIn } from '@/components/purchases/words'
import { Card, CardBody, CardRow } from '@/components/ui/card'
import { CreditForm, CreditUseForm, ExclusionForm, ReturnForm } from './change-card'
import type { Part } from './props'

/** The returns, by line or of the whole purchase. */
export function ReturnsCard(part: Part) {
  const { purchase, i18n, t } = part
  const { returns, items, currency } = purchase
  const subject = (line: number | null) =>
    line === null
      ? t('purchases.page.returnOfAll')
      : t('purchases.page.returnOf', {
          line,
          product: items.find((item) => item.line === line)?.description ?? '—',
        })
  return (
    <Card id="returns" title={t('purchases.page.returns')}>
      {returns.map(({ id, line, quantity, amount, reason, returnedAt, recordedBy }) => (
        <CardRow key={id} end={<strong className="nowrap">{moneyIn(currency, i18n)(amount)}</strong>}>
          {subject(line)}
          <small>
            {[
              i18n.format.dateTime(returnedAt, 'day'),
              quantity && `${t('purchases.page.quantity')}: ${i18n.format.number(Number(quantity))}`,
              reason,
              recordedBy,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </CardRow>
      ))}
      {!returns.length && <CardBody>{t('purchases.page.noReturns')}</CardBody>}
      {part.mayEdit && <ReturnForm {...part} />}
    </Card>
  )
}

/** The amounts that do not count, each with its reason. */
export function ExclusionsCard(part: Part) {
  const { purchase, i18n, t } = part
  const { exclusions, currency } = purchase
  return (
    <Card id="exclusions" title={t('purchases.page.exclusions')}>
      {exclusions.map(({ id, reason, amount, note }) => (
        <CardRow key={id} end={<strong className="nowrap">{moneyIn(currency, i18n)(amount)}</strong>}>
          {t(`purchases.exclusionReasons.${reason}`)}
          {note && <small>{note}</small>}
        </CardRow>
      ))}
      {!exclusions.length && <CardBody>{t('purchases.page.noExclusions')}</CardBody>}
      {part.mayEdit && <ExclusionForm {...part} />}
    </Card>
  )
}

/** The credits that the purchase generated, and those that were used in it. */
export function CreditsCard(part: Part) {
  const { purchase, i18n, t } = part
  const { creditsGenerated, creditsUsed, currency } = purchase
  const money = moneyIn(currency, i18n)
  const day = (on: string) => i18n.format.dateTime(new Date(`${on}T12:00:00Z`), 'day')
  return (
    <Card id="credits" title={t('purchases.page.credits')}>
      {creditsGenerated.map(({ id, externalId, amount, expiresOn }) => (
        <CardRow key={id} end={<strong className="nowrap">{money(amount)}</strong>}>
          {t('purchases.page.generated')}: {externalId}
          <small>
            {expiresOn ? t('purchases.page.expiresOn', { date: day(expiresOn) }) : t('purchases.credits.noExpiry')}
          </small>
        </CardRow>
      ))}
      {creditsUsed.map(({ id, externalId, amount, usedAt }) => (
        <CardRow key={id} end={<strong className="nowrap">{money(amount)}</strong>}>
          {t('purchases.page.used')}: {externalId}
          <small>{t('purchases.page.usedOn', { date: i18n.format.dateTime(usedAt, 'day') })}</small>
        </CardRow>
      ))}
      {!creditsGenerated.length && !creditsUsed.length && <CardBody>{t('purchases.page.noCredits')}</CardBody>}
      {part.mayEdit && (
        <>
          <CreditForm {...part} />
          <CreditUseForm {...part} />
        </>
      )}
    </Card>
  )
}
