import { likeReasons, reasonWords, unlikeReasons } from '@/lib/duplicates/words'
import { Card, CardBody } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import type { ShownPair } from '@/lib/duplicates/queries/shown-pair'
import type { I18n } from '@/lib/i18n/translator'

/** Why two customers look alike, and what speaks against it. */
export function ReasonCard({ pair, t }: { pair: ShownPair; t: I18n['t'] }) {
  const against = unlikeReasons(pair)
  return (
    <Card title={t('duplicates.compare.why')}>
      <CardBody>
        <div className="flex flex-wrap gap-2">
          {likeReasons(pair).map((reason) => (
            <Chip key={reason.field} tone="accent">
              {reasonWords(reason, pair.customers, t)}
            </Chip>
          ))}
        </div>
        {against.length > 0 && (
          <p className="text-ink-2 mt-3">
            {t('duplicates.compare.against')}:{' '}
            {against.map((reason) => reasonWords(reason, pair.customers, t)).join(', ')}
          </p>
        )}
      </CardBody>
    </Card>
  )
}
