import { notFound } from 'next/navigation'
import { CasesCard } from '@/components/cases/cases-card'
import { ArchivedNote } from '@/components/documents/archived-note'
import { DeletedNote } from '@/components/documents/deleted-note'
import { bestFile } from '@/components/documents/words'
import { Card, CardBody } from '@/components/ui/card'
import { getDocument, listKeepers } from '@/lib/documents/queries/document'
import { profilePage, profileTitled } from '../../_profile/profile-page'
import { FactsCard } from './_parts/facts-card'
import { FrameCard } from './_parts/frame-card'
import { SendsCard } from './_parts/sends-card'

export const generateMetadata = profileTitled('documents.read')

/** One document: its PDF, its metadata and its sends (D2, D5, D8). */
export default profilePage('documents.read', {
  section: 'documents',
  render: async (page) => {
    const { ctx, customer, params, i18n } = page
    const found = await getDocument(ctx, customer.id, customer, params.documentId)
    if (!found) notFound()
    const { document } = found
    const file = bestFile(document.files)
    return (
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,23.25rem)]">
        <div className="grid gap-4">
          {document.state === 'available' && file ? (
            <FrameCard document={document} role={file.role} i18n={i18n} />
          ) : (
            <Card title={document.title}>
              <CardBody>
                {document.state === 'archived' && (
                  <ArchivedNote customerId={customer.id} document={document} now={ctx.now} i18n={i18n} />
                )}
                {document.state === 'deleted' && (
                  <DeletedNote document={document} keepers={await listKeepers(ctx)} i18n={i18n} />
                )}
              </CardBody>
            </Card>
          )}
          <SendsCard {...page} document={document} />
        </div>
        <div className="grid gap-4">
          <FactsCard {...page} {...found} />
          {ctx.viewer.can('cases.read') && (
            <CasesCard
              ctx={ctx}
              survivorId={customer.id}
              target={{ customerId: document.customerId, kind: 'document', id: document.id }}
              i18n={i18n}
            />
          )}
        </div>
      </div>
    )
  },
})
