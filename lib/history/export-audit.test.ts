import { auditCsv } from '@/components/audit/audit-csv'
import { detailLines } from '@/components/audit/detail-lines'
import { record, type AuditEntry } from '@/lib/audit/record'
import { i18n } from '@/lib/i18n/translator'
import type { WriteCtx } from '@/lib/kernel/context'
import { NotPermitted } from '@/lib/kernel/query'
import { aCtx, aCustomer, aStore, aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { exportAudit } from './export-audit'
import { listAudit } from './list-all'

const { db } = useTestDatabase()
const recordBy = (ctx: WriteCtx, entry: AuditEntry) =>
  record(ctx.db, { userId: ctx.viewer.userId, requestId: 'r', now: ctx.now }, entry)
const pt = i18n('pt-BR')

async function linesOf(ctx: WriteCtx, entry: AuditEntry) {
  await recordBy(ctx, entry)
  const [item] = (await listAudit(ctx, { actorId: ctx.viewer.userId, event: entry.event })).items
  return detailLines(item!, pt)
}

it('shows fields, values and people in words', async () => {
  const ctx = await aCtx(db(), 'admin')
  const [store, user] = [await aStore(db(), { name: 'Loja Savassi' }), await aUser(db(), { name: 'Rafael Lima' })]
  const { id: customerId } = await aCustomer(db())
  const system = { customerId: null }
  const lines = [
    await linesOf(ctx, {
      ...system,
      event: 'import.finished',
      details: { rowsDone: 10, accepted: 6, created: 0, changed: 2, rejected: 4 },
    }),
    await linesOf(ctx, {
      ...system,
      event: 'user.changed',
      subject: `user:${user.id}`,
      before: { role: 'agent', storeIds: [] },
      after: { role: 'seller', storeIds: [store.id] },
    }),
    await linesOf(ctx, {
      customerId,
      event: 'customer.assigned',
      details: { before: null, after: { assignedUserId: user.id } },
    }),
    await linesOf(ctx, {
      customerId,
      event: 'customer.rated',
      details: { before: { rating: 1 }, after: { rating: 4 } },
    }),
    await linesOf(ctx, {
      ...system,
      event: 'import.started',
      details: { source: 'erp', mapping: { name: 0, cpf: 2 } },
    }),
    await linesOf(ctx, {
      ...system,
      event: 'journey.changed',
      details: { journey: 'Boas-vindas', before: { subject: 'Olá' }, after: { subject: 'Oi' } },
    }),
  ]
  expect(lines.map((line) => line.join(' · '))).toEqual([
    'Linhas: 10 · Aceitas: 6 · Atualizadas: 2 · Recusadas: 4',
    'Perfil: Atendimento → Vendas · Lojas: Loja Savassi',
    'Responsável: Rafael Lima',
    'Classificação: 1 estrela → 4 estrelas',
    'Sistema de origem: erp · Colunas: Nome ou razão social, CPF',
    'Assunto: Olá → Oi · Jornada: Boas-vindas',
  ])
})

it('names customers, users, journeys and imports as their subjects', async () => {
  const ctx = await aCtx(db(), 'admin')
  const { id } = await aCustomer(db(), { name: 'Lucas Prates', preferredName: 'Luana Prates' })
  await recordBy(ctx, { event: 'note.written', customerId: id })
  await recordBy(ctx, { event: 'user.invited', customerId: null, subject: `user:${ctx.viewer.userId}` })
  const { items } = await listAudit(ctx, { actorId: ctx.viewer.userId })
  expect(items.map(({ customerName, subjectName }) => customerName ?? subjectName)).toEqual(
    expect.arrayContaining(['Luana Prates', ctx.viewer.name]),
  )
})

it('filters by a group of events', async () => {
  const ctx = await aCtx(db(), 'admin')
  const { id } = await aCustomer(db())
  await recordBy(ctx, { event: 'note.written', customerId: id })
  for (const event of ['contact.added', 'contact.blocked'] as const) await recordBy(ctx, { event, customerId: id })
  const events = (await listAudit(ctx, { actorId: ctx.viewer.userId, event: 'all:contacts' })).items.map(
    (item) => item.event,
  )
  expect(events.sort()).toEqual(['contact.added', 'contact.blocked'])
})

it('exports the filtered events as CSV without formulas or personal values, and is an event itself', async () => {
  const ctx = await aCtx(db(), 'admin')
  const { id } = await aCustomer(db(), { name: '=HYPERLINK("http://x")' })
  await recordBy(ctx, {
    event: 'contact.added',
    customerId: id,
    details: { channel: 'email' },
    after: { value: 'secreta@example.com' },
  })
  await recordBy(ctx, { event: 'journey.created', customerId: null, details: { name: '+1;DROP' } })
  const items = await exportAudit(ctx, { actorId: ctx.viewer.userId })
  const csv = auditCsv(items, pt)
  expect(csv).toMatch(/^\ufeffQuando;O que;Quem;Sobre;Detalhes\r\n/)
  expect(csv.trim().split('\r\n')).toHaveLength(3)
  expect(csv).toContain(`'=HYPERLINK`)
  expect(csv).not.toMatch(/(^|[;"\n])[=+@-]/)
  expect(csv).not.toContain('secreta@example.com')
  const [exported] = (await listAudit(ctx, { actorId: ctx.viewer.userId, event: 'audit.exported' })).items
  expect(detailLines(exported!, pt)).toEqual(['Linhas: 2', `Filtro: Quem: ${ctx.viewer.name}`])
})

it('is closed to a role without the permission', async () => {
  await expect(exportAudit(await aCtx(db(), 'agent'), {})).rejects.toThrow(NotPermitted)
})
