import { HELENA, JULIA, RAFAEL } from '@/lib/auth/demo-users'
import { deleteDocument, DELIVERED, fileKit, sendDocuments, type Kit } from '../activities/documents'
import type { DocumentFiles } from '../document-files'
import { JOURNEYS } from '../journeys'
import { daysBefore } from '../seed-clock'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'
import { DOCUMENTS } from './documents'

const { contract, reissue } = JOURNEYS
const customerId = STORIES.mariaClara

/** Documents without an acceptance: one archived, one deleted, one without a journey, and one that was resent. */
export function addDocumentsOfMariaClara(timeline: Timeline, files: DocumentFiles): void {
  const on = (days: number) => daysBefore(timeline.now, days)
  const receipt: Kit = {
    customerId,
    title: 'Comprovante de compra',
    journey: reissue,
    number: 'NF-000081734',
    documents: [{ text: 'receipt', id: DOCUMENTS.archived }],
  }
  timeline.add(on(520), RAFAEL, fileKit(files, receipt))
  const proposal: Kit = {
    customerId,
    title: 'Proposta comercial',
    journey: contract,
    number: 'PR-000228',
    documents: [{ text: 'proposal', id: DOCUMENTS.deleted }],
  }
  timeline.add(on(140), JULIA, fileKit(files, proposal))
  timeline.add(on(20), HELENA, deleteDocument(customerId, DOCUMENTS.deleted))
  const invoice: Kit = {
    customerId,
    title: 'Segunda via da nota de setembro',
    journey: reissue,
    number: 'NF-000184532',
    documents: [{ text: 'invoice', id: DOCUMENTS.invoice }],
  }
  timeline.add(on(60), JULIA, fileKit(files, invoice))
  sendDocuments(timeline, on(8), JULIA, invoice, { channel: 'sms', reports: DELIVERED })
  const declaration: Kit = {
    customerId,
    title: 'Declaração de quitação',
    journey: null,
    number: 'DC-000051',
    documents: [{ text: 'declaration', id: DOCUMENTS.withoutJourney }],
  }
  timeline.add(on(25), JULIA, fileKit(files, declaration))
}
