import { JULIA } from '@/lib/auth/demo-users'
import { answerAcceptance, askForAcceptance, expireAcceptance } from '../activities/acceptances'
import { addReports, CLICKED, DELIVERED, fileKit, type Kit } from '../activities/documents'
import type { DocumentFiles } from '../document-files'
import { JOURNEYS } from '../journeys'
import { daysBefore, minutesAfter } from '../seed-clock'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'
import { DOCUMENTS } from './documents'

const customerId = STORIES.mariaClara

const kit = (title: string, number: string, documents: Kit['documents']): Kit => ({
  customerId,
  title,
  number,
  documents,
  journey: JOURNEYS.contract,
})

/**
 * One acceptance of each outcome: accepted, refused, expired, and one that waits for her. The first is requested by
 * e-mail, which is possible only until she opts out; the others by WhatsApp.
 */
export function askMariaClara(timeline: Timeline, files: DocumentFiles, optedOutAt: Date): void {
  const { now } = timeline
  const acceptedAt = daysBefore(optedOutAt, 30)
  const contract = kit('Contrato de adesão', 'CT-2025-004871', [
    { text: 'contract', id: DOCUMENTS.accepted },
    { text: 'summary' },
    { text: 'proposal' },
    { text: 'privacy' },
  ])
  timeline.add(minutesAfter(acceptedAt, -12), JULIA, fileKit(files, contract))
  const accepted = { customerId, documentId: DOCUMENTS.accepted, channel: 'email' } as const
  const asked = askForAcceptance(timeline, acceptedAt, JULIA, accepted)
  addReports(timeline, acceptedAt, asked, CLICKED)
  answerAcceptance(timeline, minutesAfter(acceptedAt, 1_563), asked, { accept: { name: 'Maria Clara Antunes' } })

  const byWhatsApp = { customerId, channel: 'whatsapp' } as const
  const limit = kit('Aditivo do contrato', 'CT-2026-000913', [
    { text: 'summary', title: 'Aditivo de limite', id: DOCUMENTS.refused },
  ])
  const refusedAt = daysBefore(now, 209)
  timeline.add(minutesAfter(refusedAt, -5), JULIA, fileKit(files, limit))
  const refused = askForAcceptance(timeline, refusedAt, JULIA, { ...byWhatsApp, documentId: DOCUMENTS.refused })
  addReports(timeline, refusedAt, refused, DELIVERED)
  const reason = 'O limite combinado na loja era maior.'
  answerAcceptance(timeline, minutesAfter(refusedAt, 412), refused, { refuse: { reason } })

  const privacy = kit('Termo de privacidade', 'TP-000377', [{ text: 'privacy', id: DOCUMENTS.expired }])
  const expiredAt = daysBefore(now, 74)
  timeline.add(minutesAfter(expiredAt, -9), JULIA, fileKit(files, privacy))
  askForAcceptance(timeline, expiredAt, JULIA, { ...byWhatsApp, documentId: DOCUMENTS.expired })
  expireAcceptance(timeline, expiredAt)

  const next = kit('Novo limite', 'CT-2026-004012', [
    { text: 'contract', title: 'Contrato do novo limite', id: DOCUMENTS.waiting },
  ])
  const waitingSince = daysBefore(now, 2)
  timeline.add(minutesAfter(waitingSince, -20), JULIA, fileKit(files, next))
  askForAcceptance(timeline, waitingSince, JULIA, { ...byWhatsApp, documentId: DOCUMENTS.waiting })
}
