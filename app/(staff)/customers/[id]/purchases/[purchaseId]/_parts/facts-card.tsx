import { moneyIn, SITUATION_TONES, sourceWords } from '@/components/purchases/words'
import { Banner } from '@/components/ui/banner'
import { Card, CardBody } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { DefinitionList, type Fact } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { toDocument } from '@/lib/documents/paths'
import { SituationForm } from './change-card'
import type { Part } from './props'

/** When, where and how the purchase was made, its amounts and its invoice. */
export function FactsCard(part: Part) {
  const { purchase, i18n, t } = part
  const { purchasedAt, situation, sourceSituation, storeName, seller, payment, source, recordedBy } = purchase
  const facts: Fact[] = [
    { label: t('purchases.page.date'), value: i18n.format.dateTime(purchasedAt, 'dayTime') },
    {
      label: t('purchases.page.situation'),
      value: <Chip tone={SITUATION_TONES[situation]}>{t(`purchases.situations.${situation}`)}</Chip>,
    },
    { label: t('purchases.page.sourceSituation'), value: sourceSituation },
    { label: t('purchases.page.store'), value: storeName },
    { label: t('purchases.page.seller'), value: seller },
    { label: t('purchases.page.payment'), value: payment },
    ...amounts(part),
    invoice(part),
    { label: t('purchases.page.source'), value: sourceWords(source, i18n) },
    { label: t('purchases.page.recordedBy'), value: recordedBy },
  ]
  return (
    <Card title={t('purchases.number', { number: purchase.externalId })}>
      {situation === 'cancelled' && (
        <CardBody>
          <Banner tone="warn">{t('purchases.page.cancelled')}</Banner>
        </CardBody>
      )}
      <DefinitionList items={facts.filter(({ value }) => value !== null && value !== '')} />
      {part.mayEdit && <SituationForm {...part} />}
    </Card>
  )
}

const sumOf = (rows: readonly { amount: number }[]) => rows.reduce((sum, { amount }) => sum + amount, 0)

function amounts({ purchase, i18n, t }: Part): Fact[] {
  const { total, totalFromItems, freight, returns, exclusions, currency } = purchase
  const money = moneyIn(currency, i18n)
  const [returned, excluded] = [sumOf(returns), sumOf(exclusions)]
  const hints = [
    freight > 0 && t('purchases.page.freight', { amount: money(freight) }),
    totalFromItems && t('purchases.page.fromItems'),
  ].filter(Boolean)
  return [
    { label: t('purchases.page.total'), value: money(total), hint: hints.join(' · ') },
    { label: t('purchases.page.returned'), value: returned ? money(returned) : null },
    { label: t('purchases.page.excluded'), value: excluded ? money(excluded) : null },
    {
      label: t('purchases.page.net'),
      value: <strong>{money(total - returned - excluded)}</strong>,
      hint: t('purchases.page.netFormula'),
    },
  ]
}

/** The invoice as a document of the customer, as a number, or as a link to another system. */
function invoice({ ctx, customer, purchase, t }: Part): Fact {
  const { invoiceDocumentId, documentTitle, invoiceNumber, invoiceUrl } = purchase
  const isLinked = invoiceDocumentId && documentTitle && ctx.viewer.can('documents.read')
  const isSafe = invoiceUrl && /^https?:\/\//i.test(invoiceUrl)
  return {
    label: t('purchases.page.invoice'),
    value:
      isLinked || isSafe || invoiceNumber ? (
        <>
          {invoiceNumber}{' '}
          {isLinked && (
            <Link className="link" href={toDocument(customer.id, invoiceDocumentId)}>
              {documentTitle}
            </Link>
          )}{' '}
          {isSafe && (
            <a className="link" href={invoiceUrl} rel="noopener noreferrer external" referrerPolicy="no-referrer">
              {t('purchases.page.invoiceLink')}
            </a>
          )}
        </>
      ) : null,
  }
}
