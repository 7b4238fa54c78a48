import { JULIA, RAFAEL } from '@/lib/auth/demo-users'
import { attachPdf, attachText } from '../activities/attachments'
import { comment, linkTo, moveTo, openCase, takeIt } from '../activities/cases'
import type { DocumentFiles } from '../document-files'
import { dayOf, daysBefore, minutesAfter } from '../seed-clock'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'
import { DOCUMENTS } from './documents'

const customerId = STORIES.mariaClara
const INVOICE = 'Segunda via da nota fiscal de setembro'
const SHOES = 'Troca do tênis comprado na loja'
const MEASURES = 'Comprou: 37\nPrecisa: 38\nPé direito: 24,6 cm\nPé esquerdo: 24,4 cm\n'
const ADDRESS = 'Novo endereço de entrega a partir de janeiro'

/** A solved case with its document, one in progress that is overdue and has attachments, and one that nobody has taken yet. */
export function addCasesOfMariaClara(timeline: Timeline, files: DocumentFiles): void {
  const on = (days: number, minutes = 0) => minutesAfter(daysBefore(timeline.now, days), minutes)
  timeline.add(on(61), JULIA, openCase(customerId, { subject: INVOICE, assignedTo: JULIA }))
  timeline.add(on(60, 5), JULIA, comment('Enviada por e-mail.')(customerId, INVOICE))
  timeline.add(on(60, 5), JULIA, linkTo({ kind: 'document', id: DOCUMENTS.invoice })(customerId, INVOICE))
  timeline.add(on(60, 6), JULIA, moveTo('solved')(customerId, INVOICE))
  const shoes = {
    description: 'Comprou o número 37 e quer o 38. Traz a nota e a caixa.',
    priority: 'high',
    dueOn: dayOf(on(1)),
  }
  timeline.add(on(6), RAFAEL, openCase(customerId, { subject: SHOES, ...shoes }))
  const toShoes = { customerId, caseSubject: SHOES }
  timeline.add(on(6, 4), RAFAEL, attachPdf(files, toShoes, 'receipt', 'Comprovante do tênis.pdf'))
  timeline.add(on(6, 5), RAFAEL, attachText(toShoes, 'Medidas.txt', MEASURES))
  timeline.add(on(5), JULIA, takeIt(customerId, SHOES), moveTo('in_progress')(customerId, SHOES))
  timeline.add(on(4), JULIA, comment('O 38 chega à Loja Paulista na sexta-feira. Avisei a cliente.')(customerId, SHOES))
  timeline.add(on(2, 3), JULIA, openCase(customerId, { subject: ADDRESS, dueOn: dayOf(on(-20)) }))
}
