import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { Card, CardBody } from '@/components/ui/card'
import { shownName } from '@/lib/customer-group/shown-name'
import { undoMergeAction } from '@/lib/merges/actions'
import { OPTIONAL_PARTS } from '@/lib/merges/contributions'
import { isGivable, listPartRows, type PartRows } from '@/lib/merges/later'
import { toMerges } from '@/lib/merges/paths'
import { getMerge } from '@/lib/merges/queries'
import type { I18n } from '@/lib/i18n/translator'
import { profilePage, profileTitled } from '../../../_profile/profile-page'

export const generateMetadata = profileTitled('customers.merge')

/** Shows what an undo restores and what arrived since, with a choice for what could belong to either customer (M4). */
export default profilePage('customers.merge', {
  section: 'merges',
  render: async ({ ctx, customer, params, i18n, t }) => {
    const merge = await getMerge(ctx, customer, params.mergeId)
    if (!merge) notFound()
    const absorbedSide = [merge.absorbedId, ...merge.carriedIds]
    const survivorSide = customer.memberIds.filter((id) => !absorbedSide.includes(id))
    const parts = [...OPTIONAL_PARTS, 'messages' as const]
    const [here, there] = await Promise.all(
      [survivorSide, absorbedSide].map((memberIds) =>
        listPartRows(ctx, customer, parts, { memberIds, since: merge.mergedAt }),
      ),
    )
    const name = shownName(customer)
    return (
      <Card title={t('merges.undo.title', { name: merge.name })}>
        <CardBody>
          <ul className="merge-plan">
            <li>{t('merges.undo.text', { name: merge.name })}</li>
            <li>{t('merges.undo.fields')}</li>
            <li>{t('merges.undo.strict')}</li>
            {!here!.length && !there!.length && <li>{t('merges.undo.nothingLater')}</li>}
          </ul>
          <ActionForm
            action={undoMergeAction}
            submit={t('merges.undo.submit')}
            cancelHref={toMerges(customer.id)}
            hidden={{ customerId: customer.id, mergeId: merge.id }}
            texts={formTexts(t)}
          >
            {here!.length > 0 && (
              <fieldset className="merge-later">
                <legend>{t('merges.undo.stays', { name })}</legend>
                {here!.some(({ part }) => isGivable(part)) && <p>{t('merges.undo.give', { name: merge.name })}</p>}
                <LaterRows found={here!} i18n={i18n} canGive />
              </fieldset>
            )}
            {there!.length > 0 && (
              <fieldset className="merge-later">
                <legend>{t('merges.undo.goes', { name: merge.name })}</legend>
                <LaterRows found={there!} i18n={i18n} />
              </fieldset>
            )}
          </ActionForm>
        </CardBody>
      </Card>
    )
  },
})

type LaterProps = { found: PartRows[]; i18n: I18n; canGive?: boolean }

/** The rows of each part, with a checkbox where a row can go to the other record. */
const LaterRows = ({ found, i18n: { t }, canGive = false }: LaterProps) =>
  found.map(({ part, rows, more }) => (
    <div key={part}>
      <h3>{t(`merges.parts.names.${part}`)}</h3>
      <ul>
        {rows.map(({ id, label }) => (
          <li key={id}>
            {canGive && isGivable(part) ? (
              <label className="choice">
                <input type="checkbox" name="give[]" value={`${part}:${id}`} />
                <span>{label}</span>
              </label>
            ) : (
              label
            )}
          </li>
        ))}
        {more && <li>{t('merges.undo.more')}</li>}
      </ul>
    </div>
  ))
