import { eq } from 'drizzle-orm'
import { auditEvents, suppressions } from '@/db/schema'
import { canContact } from '@/lib/contact-policy/policy'
import { listPoints } from '@/lib/contacts/queries'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { liftSuppression } from './lift-suppression'
import { suppress } from './stop-sending'
import { listSuppressedPoints } from './suppressed-points'

const { db } = useTestDatabase()
const REASON = { reason: 'Confirmou o e-mail novo', source: 'phone' }
const stop = (reason: 'bounced' | 'complained' | 'unsubscribed') =>
  suppress(db(), {
    channel: 'email',
    address: 'maria@example.com',
    at: new Date(),
    reason,
    purpose: reason === 'unsubscribed' ? 'marketing' : 'all',
  })

async function aSuppressed(role: 'manager' | 'agent' = 'manager') {
  const ctx = await aCtx(db(), role)
  const { id: customerId } = await aCustomer(db())
  const point = await aPoint(db(), customerId, { primaryAt: new Date() })
  await stop('bounced')
  return { ctx, customerId, form: { customerId, pointId: point.id, ...REASON } }
}

/** The rule of "Posso contatar?" for service by e-mail. */
async function ruleFor(ctx: WriteCtx, customerId: string) {
  const group = { id: customerId, survivorId: customerId, memberIds: [customerId], revealed: new Set<string>() }
  const suppressed = await listSuppressedPoints(ctx, [customerId])
  return canContact(await listPoints({ ...ctx }, group), [], 'email', 'service', suppressed).rule
}

it('allows the address again, with reason and source in the history, until a later bounce', async () => {
  const { ctx, customerId, form } = await aSuppressed()
  expect(await ruleFor(ctx, customerId)).toBe('bounced')
  expect(await liftSuppression(ctx, form)).toMatchObject({ ok: true })
  expect(await ruleFor(ctx, customerId)).toBe('primary')
  const [event] = await db().select().from(auditEvents).where(eq(auditEvents.customerId, customerId))
  expect(event).toMatchObject({ event: 'contact.suppression_lifted', subject: `point:${form.pointId}` })
  expect(JSON.parse(event!.details!)).toEqual({ channel: 'email', suppression: 'bounced', consentSource: 'phone' })
  expect(event!.sealed).not.toBeNull()
  await stop('bounced')
  expect(await ruleFor(ctx, customerId)).toBe('bounced')
})

it('leaves an unsubscription, which only the person’s acceptance lifts', async () => {
  const { ctx, form } = await aSuppressed()
  await stop('unsubscribed')
  await liftSuppression(ctx, form)
  expect((await db().select().from(suppressions)).map(({ reason }) => reason)).toEqual(['unsubscribed'])
  expect(await liftSuppression(ctx, form)).toMatchObject({ failure: { code: 'sending.not_suppressed' } })
})

it.each<[string, object, object, 'agent' | 'manager']>([
  ['without the permission', {}, { kind: 'forbidden' }, 'agent'],
  ['without a reason', { reason: ' ' }, { fields: { reason: 'required' } }, 'manager'],
  ['without a source', { source: undefined }, { fields: { source: 'required' } }, 'manager'],
  [
    'for a point of somebody else',
    { pointId: '0190c0de-0000-7000-8000-000000000099' },
    { kind: 'not_found' },
    'manager',
  ],
])('refuses %s and changes nothing', async (_title, over, failure, role) => {
  const { ctx, customerId, form } = await aSuppressed(role)
  expect(await liftSuppression(ctx, { ...form, ...over })).toMatchObject({ failure })
  expect(await db().select().from(suppressions)).toHaveLength(1)
  const events = await db().select().from(auditEvents).where(eq(auditEvents.customerId, customerId))
  expect(events.filter(({ event }) => event === 'contact.suppression_lifted')).toEqual([])
})
