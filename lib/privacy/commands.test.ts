import { eq } from 'drizzle-orm'
import { useTestDatabase } from '@/lib/testing/database'
import { auditEvents, reveals } from '@/db/schema'
import { aCtx, aCustomer, aMerged, aPoint } from '@/lib/testing/builders'
import { revealPersonal } from './commands'
import { maskAddress, maskDocument, maskEmail, maskPhone } from './mask'

const { db } = useTestDatabase()

describe('revealing a personal value', () => {
  it('is recorded in the history without the value', async () => {
    const ctx = await aCtx(db(), 'agent')
    const customer = await aCustomer(db())
    const point = await aPoint(db(), customer.id)
    await revealPersonal(ctx, { customerId: customer.id, subject: `point:${point.id}` })
    const [event] = await db().select().from(auditEvents).where(eq(auditEvents.customerId, customer.id))
    expect(event).toMatchObject({
      event: 'personal.revealed',
      subject: `point:${point.id}`,
      actorId: ctx.viewer.userId,
      sealed: null,
      details: JSON.stringify({ channel: point.channel }),
    })
  })

  it('refuses a point of another customer, so that a reveal cannot cross customers', async () => {
    const ctx = await aCtx(db(), 'agent')
    const customer = await aCustomer(db())
    const other = await aPoint(db(), (await aCustomer(db())).id)
    const result = await revealPersonal(ctx, { customerId: customer.id, subject: `point:${other.id}` })
    expect(result).toEqual({ ok: false, failure: { kind: 'not_found' } })
    expect(await db().select().from(reveals).where(eq(reveals.customerId, customer.id))).toHaveLength(0)
  })

  it('shows a point of a merged record on the survivor', async () => {
    const ctx = await aCtx(db(), 'agent')
    const { survivor, absorbed } = await aMerged(db())
    const point = await aPoint(db(), absorbed.id)
    expect(await revealPersonal(ctx, { customerId: survivor.id, subject: `point:${point.id}` })).toMatchObject({
      ok: true,
    })
    expect(await db().select().from(reveals).where(eq(reveals.customerId, survivor.id))).toHaveLength(1)
  })

  it('refuses a malformed point id', async () => {
    const customer = await aCustomer(db())
    const result = await revealPersonal(await aCtx(db(), 'agent'), {
      customerId: customer.id,
      subject: `point:${'-'.repeat(36)}`,
    })
    expect(result).toEqual({ ok: false, failure: { kind: 'invalid', fields: { subject: 'invalid' } } })
  })

  it.each(['viewer', 'admin'] as const)('as %s follows the role', async (role) => {
    const customer = await aCustomer(db())
    const result = await revealPersonal(await aCtx(db(), role), { customerId: customer.id, subject: 'document' })
    expect(result.ok).toBe(role === 'admin')
  })
})

describe('masks', () => {
  it.each([
    [maskDocument('cpf', '11144477735'), '***.***.777-**'],
    [maskDocument('cpf', '1114447773'), '****'],
    [maskDocument('cnpj', '12ABC34501DE35'), '12.ABC.345/01DE-35'],
    [maskDocument('dni', '30111222'), '****'],
    [maskDocument('passport', 'AB12'), '****'],
    [maskPhone('+5511987657777'), '(11) 9****-**77'],
    [maskPhone('+551133334444'), '(11) ****-**44'],
    [maskPhone('+59171234567'), '+591 ****67'],
    [maskPhone('+12025550134'), '+1 ****34'],
    [maskPhone('+5072123456'), '+507 ****6'],
    [maskPhone('4321'), '****'],
    [maskEmail('maria@example.com'), 'm****@example.com'],
    [maskEmail('ab@example.com'), '****@example.com'],
    [maskEmail('not an address'), '****'],
    [maskAddress({ city: 'São Paulo', state: 'SP' }), '****, São Paulo, SP'],
  ])('%s', (shown, wanted) => expect(shown).toBe(wanted))

  it('never shows more than one letter before the @ of an e-mail, and hides six digits of every phone', () => {
    for (const name of ['a', 'ab', 'abc', 'maria.clara'])
      expect(maskEmail(`${name}@example.com`)).toMatch(/^.?\*{4}@example\.com$/)
    for (const phone of ['+5511987657777', '+551133334444', '+34600123456', '+3726123456', '+2901234'])
      expect(digitsOf(phone) - digitsOf(maskPhone(phone))).toBeGreaterThanOrEqual(Math.min(6, digitsOf(phone) - 3))
  })
})

const digitsOf = (text: string) => text.replace(/\D/g, '').length
