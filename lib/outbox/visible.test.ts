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
/** The provider of SMS and WhatsApp. */
let phoneProvider = 'offline'
let demo = '1'
jest.mock('./transport-of', () => ({
  transportOf: (channel: string) => ({ provider: channel === 'email' ? provider : phoneProvider }),
}))
jest.mock('../env', () => {
  const { env, ...others } = jest.requireActual<typeof import('@/lib/env')>('../env')
  return { ...others, env: () => ({ ...env(), DEMO: demo }) }
})

const { db } = useTestDatabase()

afterEach(() => {
  ;[provider, phoneProvider, demo] = ['offline', 'offline', '1']
})

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

  it('is shown to an agent with its links in a demo without a provider', async () => {
    expect(await contentFor('agent', 'offline')).toEqual({ subject: payload.subject, text: payload.text })
  })
})

describe.each<[string, () => void]>([
  ['outside of a demo', () => (demo = '0')],
  ['once a provider of e-mails is configured', () => (provider = 'resend')],
  ['once a provider of messages to phones is configured', () => (phoneProvider = 'zenvia')],
])('a message of the offline outbox, %s', (_, configure) => {
  const roles: Role[] = ['agent', 'seller', 'manager', 'admin']

  it.each(roles)('shows neither its link nor a code to the role %s', async (role) => {
    configure()
    const { id } = await aCustomer(db())
    const link = { to: 'maria@example.com', subject: 'Aceite', text: 'Olá! https://loja.example/a/abc' }
    const code = { to: 'maria@example.com', subject: '271828 é o seu código', text: 'Seu código é 271828.' }
    const sent = { state: 'sent', provider: 'offline' } as const
    const ids = [
      (await aDelivery(db(), id, { ...sent, payload: link })).id,
      (await aDelivery(db(), id, { ...sent, kind: 'acceptance_code', payload: code })).id,
    ]
    const ctx = await aCtx(db(), role)
    const seen = JSON.stringify([
      await listDeliveries(ctx, { tab: 'all' }),
      ...(await Promise.all(ids.map((one) => getDelivery(ctx, one)))),
    ])
    expect(seen).not.toMatch(/271828|\/a\/abc/)
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
