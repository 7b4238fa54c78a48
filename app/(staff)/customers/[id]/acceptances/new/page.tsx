import { FileX2 } from '@/components/ui/icons'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardRow } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { toAcceptances, toNewAcceptance } from '@/lib/acceptances/paths'
import { listRequestable } from '@/lib/acceptances/queries'
import { isUuid } from '@/lib/values/ids'
import { profilePage, profileTitled } from '../../_profile/profile-page'
import { RequestForm } from './_parts/request-form'

export const generateMetadata = profileTitled('messages.send')

/** Requests an acceptance: first the document is chosen, then the channel. The address contains both. */
export default profilePage('messages.send', {
  section: 'acceptances',
  render: async (page) => {
    const { ctx, customer, search, t } = page
    const documents = await listRequestable(ctx, customer, search.document)
    const chosen = isUuid(search.document) ? documents[0] : undefined
    if (chosen) return <RequestForm {...page} document={chosen} />
    if (!documents.length) {
      const back = <ButtonLink href={toAcceptances(customer.id)}>{t('acceptances.title')}</ButtonLink>
      return (
        <Card>
          <EmptyState
            icon={FileX2}
            title={t('acceptances.request.noDocuments')}
            text={t('acceptances.request.chooseText')}
            action={back}
          />
        </Card>
      )
    }
    return (
      <Card title={t('acceptances.request.choose')}>
        {documents.map(({ id, title, number, kit }) => (
          <CardRow key={id}>
            <Link className="link" href={toNewAcceptance(customer.id, id)}>
              {title}
            </Link>
            <small>{[number, kit].join(' · ')}</small>
          </CardRow>
        ))}
      </Card>
    )
  },
})
