import { ActionButton } from '@/components/forms/action-button'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextField } from '@/components/forms/text-field'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import type { Viewer } from '@/lib/access/viewer'
import { dismissPairAction, duplicateAction } from '@/lib/duplicates/actions'
import { toMerge } from '@/lib/merges/paths'
import type { ShownPair } from '@/lib/duplicates/queries/shown-pair'
import type { I18n } from '@/lib/i18n/translator'

type Props = { pair: ShownPair; viewer: Viewer; i18n: I18n }

/** The decision about a pair: merge them, say that they are different, or take that back. */
export function DecisionCard({ pair, viewer, i18n }: Props) {
  const { t } = i18n
  const mayDecide = viewer.can('duplicates.decide')
  if (!mayDecide && !pair.decided) return null
  return (
    <Card title={t('duplicates.decide.title')}>
      <CardBody>
        <LastDecision pair={pair} mayDecide={mayDecide} i18n={i18n} />
        {mayDecide && !pair.decided?.isCurrent && (
          <Choices pair={pair} mayMerge={viewer.can('customers.merge')} t={t} />
        )}
      </CardBody>
    </Card>
  )
}

function LastDecision({
  pair: { decided, ...ids },
  mayDecide,
  i18n: { t, format },
}: Omit<Props, 'viewer'> & { mayDecide: boolean }) {
  if (!decided) return null
  const words = { name: decided.by ?? '—', date: format.dateTime(decided.at, 'day') }
  const { customerId, otherId } = ids
  const reopen = decided.isCurrent && mayDecide && (
    <ActionButton
      id="reopen"
      action={duplicateAction}
      fields={{ intent: `reopen:${customerId}:${otherId}` }}
      label={t('duplicates.reopen')}
      size="sm"
    />
  )
  return (
    <Banner action={reopen}>
      {t(decided.isCurrent ? 'duplicates.decide.dismissed' : 'duplicates.decide.changedSince', words)}{' '}
      {decided.reason && t('duplicates.decide.reasonWas', { reason: decided.reason })}
    </Banner>
  )
}

function Choices({ pair, mayMerge, t }: { pair: ShownPair; mayMerge: boolean; t: I18n['t'] }) {
  const { customerId, otherId, evidence, customers } = pair
  return (
    <>
      {mayMerge && (
        <>
          <p className="text-ink-2 mb-3">{t('duplicates.decide.mergeText')}</p>
          <ButtonLink href={toMerge(customerId, otherId)} variant="primary">
            {t('duplicates.decide.merge')}
          </ButtonLink>
          <hr className="my-4 border-line" />
        </>
      )}
      <p className="text-ink-2 mb-3">{t('duplicates.decide.notSameText')}</p>
      <ActionForm
        action={dismissPairAction}
        submit={t(`duplicates.decide.notSame.${customers[0].kind}`)}
        variant="secondary"
        hidden={{ customerId, otherId, evidence }}
        texts={formTexts(t)}
      >
        <TextField name="reason" label={t('duplicates.decide.reason')} maxLength={500} />
      </ActionForm>
    </>
  )
}
