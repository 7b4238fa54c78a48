import { daysBefore, minutesAfter } from '../calendar'
import { HELENA, JULIA, MARCOS, RAFAEL } from '../demo-users'
import { JOURNEYS } from '../journeys'
import { drop, file, type Filed } from '../life/documents'
import type { Life } from '../life/life'

const { contract, reissue } = JOURNEYS

/** Documents that acceptances and tests name by their ids. */
export const DOCUMENTS = {
  accepted: '0190c0de-4444-7000-8000-000000000001',
  waiting: '0190c0de-4444-7000-8000-000000000002',
  refused: '0190c0de-4444-7000-8000-000000000003',
  expired: '0190c0de-4444-7000-8000-000000000004',
  invoice: '0190c0de-4444-7000-8000-000000000005',
  archived: '0190c0de-4444-7000-8000-000000000006',
  deleted: '0190c0de-4444-7000-8000-000000000007',
  withoutJourney: '0190c0de-4444-7000-8000-000000000008',
} as const

/** A kit of four, one archived, one deleted, one without a journey, and those put before her to accept. */
export function filedForMariaClara(life: Life, now: Date): { kit: Filed[]; invoice: Filed[] } {
  const when = (days: number) => ({ at: daysBefore(now, days), by: JULIA })
  const archived = minutesAfter(daysBefore(now, 520), 366 * 1440)
  file(
    life,
    { at: daysBefore(now, 520), by: RAFAEL },
    {
      title: 'Comprovante de compra',
      journey: reissue,
      number: 'NF-000081734',
      documents: [{ text: 'receipt', id: DOCUMENTS.archived }],
      archivedAt: archived,
    },
  )
  const kit = file(
    life,
    { at: minutesAfter(daysBefore(now, 330), -12), by: JULIA },
    {
      title: 'Contrato de adesão',
      journey: contract,
      number: 'CT-2025-004871',
      documents: [
        { text: 'contract', id: DOCUMENTS.accepted },
        { text: 'summary' },
        { text: 'proposal' },
        { text: 'privacy' },
      ],
    },
  )
  file(life, when(210), {
    title: 'Aditivo do contrato',
    journey: contract,
    number: 'CT-2026-000913',
    documents: [{ text: 'summary', title: 'Aditivo de limite', id: DOCUMENTS.refused }],
  })
  const [old] = file(life, when(140), {
    title: 'Proposta comercial',
    journey: contract,
    number: 'PR-000228',
    documents: [{ text: 'proposal', id: DOCUMENTS.deleted }],
  })
  file(life, when(75), {
    title: 'Termo de privacidade',
    journey: contract,
    number: 'TP-000377',
    documents: [{ text: 'privacy', id: DOCUMENTS.expired }],
  })
  const invoice = file(life, when(60), {
    title: 'Segunda via da nota de setembro',
    journey: reissue,
    number: 'NF-000184532',
    documents: [{ text: 'invoice', id: DOCUMENTS.invoice }],
  })
  file(life, when(25), {
    title: 'Declaração de quitação',
    journey: null,
    number: 'DC-000051',
    documents: [{ text: 'declaration', id: DOCUMENTS.withoutJourney }],
  })
  drop(life, { at: daysBefore(now, 20), by: HELENA }, old!)
  file(life, when(3), {
    title: 'Novo limite',
    journey: contract,
    number: 'CT-2026-004012',
    documents: [{ text: 'contract', title: 'Contrato do novo limite', id: DOCUMENTS.waiting }],
  })
  return { kit, invoice }
}

export function filedForMariaLaura(life: Life, now: Date): Filed[] {
  return file(
    life,
    { at: minutesAfter(daysBefore(now, 90), -8), by: MARCOS },
    { title: 'Contrato de adesão', journey: contract, number: 'CT-2026-002209', documents: [{ text: 'contract' }] },
  )
}

export function filedForCompany(life: Life, now: Date): Filed[] {
  return file(
    life,
    { at: minutesAfter(daysBefore(now, 31), -15), by: RAFAEL },
    {
      title: 'Contrato de fornecimento',
      journey: contract,
      number: 'CT-2026-003480',
      documents: [{ text: 'contract', title: 'Contrato de fornecimento' }, { text: 'proposal' }],
    },
  )
}

/** A receipt a month, for years: what pages are for. */
export function filedForWhale(life: Life, now: Date): void {
  const { createdAt } = life.customer
  for (let days = 30; daysBefore(now, days) > minutesAfter(createdAt, 60); days += 30) {
    const at = daysBefore(now, days)
    const archivedAt = days > 366 ? minutesAfter(at, 366 * 1440) : undefined
    file(
      life,
      { at, by: null },
      {
        title: 'Comprovante de compra',
        journey: reissue,
        number: `NF-1${String(days).padStart(8, '0')}`,
        documents: [{ text: 'receipt' }],
        ...(archivedAt && { archivedAt }),
      },
    )
  }
}
