import { useTestDatabase } from '@/lib/testing/database'
import type { Role } from '@/lib/access/permissions'
import type { Scope } from '@/lib/access/viewer'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { aDelivery } from '@/lib/testing/sending'
import { simulateEvent } from './commands/simulate-event'
import { retryDelivery } from './commands/retry'
import { listDeliveries } from './list'
import { getDelivery } from './read-one'

let provider = 'offline'
jest.mock('./transport-of', () => ({ transportOf: () => ({ provider }) }))

const { db } = useTestDatabase()

afterEach(() => (provider = 'offline'))

describe.each([['offline'], ['resend']] as const)('an address of the provider %s', (by) => {
  it.each<[Role, string]>([
    ['agent', 'm****@example.com'],
    ['seller', 'm****@example.com'],
    ['admin', 'maria@example.com'],
  ])('is shown to %s as %s', async (role, shown) => {
    const { id } = await aCustomer(db())
    const delivery = await aDelivery(db(), id, { state: 'sent', provider: by })
    const ctx = await aCtx(db(), role)
    expect((await listDeliveries(ctx, { tab: 'all' })).items.find((row) => row.id === delivery.id)?.to).toBe(shown)
    expect((await getDelivery(ctx, delivery.id))?.to).toBe(shown)
  })
})

describe('the text of a delivery', () => {
  const payload = { to: 'maria@example.com', subject: 'Seu boleto', text: 'Olá, Maria! https://loja.example/d/abc' }

  async function contentFor(role: Role, by: 'offline' | 'resend') {
    const { id } = await aCustomer(db())
    const delivery = await aDelivery(db(), id, { state: 'sent', provider: by, payload })
    return (await getDelivery(await aCtx(db(), role), delivery.id))?.content
  }

  it.each<[Role]>([['agent'], ['seller'], ['manager']])(
    'is hidden from the role %s if a real provider sent it',
    async (role) => {
      expect(await contentFor(role, 'resend')).toBeNull()
    },
  )

  it('is shown to an admin without its links if a real provider sent it', async () => {
    expect(await contentFor('admin', 'resend')).toEqual({ subject: 'Seu boleto', text: 'Olá, Maria! [link]' })
  })

  it('is shown to an agent with its links if the offline outbox sent it', async () => {
    expect(await contentFor('agent', 'offline')).toEqual({ subject: payload.subject, text: payload.text })
  })
})

it('does not list the subject of an e-mail with a code', async () => {
  const { id } = await aCustomer(db())
  await aDelivery(db(), id, {
    kind: 'acceptance_code',
    payload: { to: 'maria@example.com', subject: '123456 é o seu código', text: '123456' },
  })
  expect(JSON.stringify(await listDeliveries(await aCtx(db(), 'agent'), { tab: 'all' }))).not.toContain('123456')
})

describe('a delivery to a merged record', () => {
  const own: Scope = { kind: 'own' }

  it('is visible to viewers of the survivor', async () => {
    const before = await aCtx(db(), 'admin', own)
    const now = await aCtx(db(), 'admin', own)
    const survivor = await aCustomer(db(), { assignedUserId: now.viewer.userId })
    const absorbed = await aCustomer(db(), { assignedUserId: before.viewer.userId, survivorId: survivor.id })
    const { id: deliveryId } = await aDelivery(db(), absorbed.id, { state: 'dead', failure: 'rejected' })
    expect([
      await getDelivery(before, deliveryId),
      (await listDeliveries(before, { tab: 'all' })).items.filter((row) => row.customerId),
    ]).toEqual([null, []])
    expect((await listDeliveries(now, { tab: 'all' })).items).toContainEqual(
      expect.objectContaining({ id: deliveryId }),
    )
    expect(await getDelivery(now, deliveryId)).not.toBeNull()
    expect(await retryDelivery(before, { deliveryId })).toMatchObject({ failure: { kind: 'not_found' } })
  })
})

it('cannot simulate events once a provider is configured', async () => {
  const { id: customerId } = await aCustomer(db())
  const { id: deliveryId } = await aDelivery(db(), customerId, { state: 'sent', provider: 'offline' })
  const ctx = await aCtx(db())
  provider = 'resend'
  expect(await simulateEvent(ctx, { customerId, deliveryId, kind: 'complained' })).toMatchObject({
    failure: { code: 'sending.not_offline' },
  })
  expect(await getDelivery(ctx, deliveryId)).toMatchObject({ canSimulateEvents: false })
})
