import { Card, CardBody } from '@/components/ui/card'
import { Tabs } from '@/components/ui/tabs'
import { listLiveJourneys } from '@/lib/documents/journeys'
import { toNewDocuments } from '@/lib/documents/paths'
import { profilePage, profileTitled } from '../../_profile/profile-page'
import { LetterForm } from './_parts/letter-form'
import { PdfForm } from './_parts/pdf-form'

export const generateMetadata = profileTitled('documents.create')

/** Creates a kit, from uploaded PDFs or from a letter written here. */
export default profilePage('documents.create', {
  section: 'documents',
  render: async (page) => {
    const { ctx, customer, search, t } = page
    const letter = search.how === 'letter'
    const here = toNewDocuments(customer.id)
    const tabs = [
      { href: here, label: t('documents.create.upload'), current: !letter },
      { href: `${here}?how=letter`, label: t('documents.create.letter'), current: letter },
    ]
    const journeys = (await listLiveJourneys(ctx)).map(({ id, name }) => ({ value: id, label: name }))
    const Form = letter ? LetterForm : PdfForm
    return (
      <div className="max-w-3xl">
        <Card title={t('documents.create.title')}>
          <Tabs label={t('documents.create.how')} items={tabs} />
          <CardBody>
            <Form {...page} journeys={journeys} />
          </CardBody>
        </Card>
      </div>
    )
  },
})
