import { relationWords } from '@/components/related/words'
import { Link } from '@/components/ui/link'
import { shownName } from '@/lib/customer-group/shown-name'
import { log } from '@/lib/log'
import { toRelated } from '@/lib/relationships/paths'
import { listRelatedForRail } from '@/lib/relationships/queries'
import type { ProfilePage } from './props'

/** The first related customers with what they are to this one. Empty when there are none, and when they cannot be read. */
export async function railRelated({ ctx, customer, t }: ProfilePage) {
  if (!customer.counts.related) return null
  const related = await listRelatedForRail(ctx, customer).catch((error: unknown) => {
    log.error({ err: error, requestId: ctx.requestId }, 'the related customers could not be read')
    return []
  })
  if (!related.length) return null
  return (
    <section aria-labelledby="rail-related">
      <h2 id="rail-related">
        <Link href={toRelated(customer.id)}>{t('profile.sections.related')}</Link>
      </h2>
      <ul className="rail-related">
        {related.map(({ key, id, name, tags }) => (
          <li key={key}>
            <Link className="link" href={`/customers/${id}`}>
              {name}
            </Link>
            <small>{relationWords(tags, shownName(customer), t)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
