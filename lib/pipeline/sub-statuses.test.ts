import { eq } from 'drizzle-orm'
import { auditEvents, customers } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import {
  addSubStatus,
  moveSubStatusDown,
  moveSubStatusUp,
  renameSubStatus,
  restoreSubStatus,
  retireSubStatus,
} from './commands/sub-statuses'
import { listSubStatuses } from './sub-statuses'

const { db } = useTestDatabase()

async function add(ctx: WriteCtx, name: string, status = 'won'): Promise<string> {
  const result = await addSubStatus(ctx, { name, status })
  if (!result.ok) throw new Error('refused')
  return result.value.subStatusId
}

const namesOf = async (ctx: WriteCtx, status: string) =>
  (await listSubStatuses(ctx)).filter((one) => one.status === status && !one.retiredAt).map(({ name }) => name)

const eventsAbout = async (id: string) =>
  (
    await db()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subject, `pipeline_sub_status:${id}`))
  ).map(({ event }) => event)

it('adds sub-statuses at the end of their status, and moves them within it', async () => {
  const admin = await aCtx(db(), 'admin')
  const first = await add(admin, 'À vista')
  const second = await add(admin, 'Parcelado')
  await add(admin, 'Preço', 'lost')
  expect(await moveSubStatusUp(admin, { subStatusId: second, version: 1 })).toMatchObject({ ok: true })
  expect(await namesOf(admin, 'won')).toEqual(['Parcelado', 'À vista'])
  expect(await moveSubStatusDown(admin, { subStatusId: first, version: 2 })).toMatchObject({ ok: true })
  expect(await namesOf(admin, 'won')).toEqual(['Parcelado', 'À vista'])
  expect(await namesOf(admin, 'lost')).toEqual(['Preço'])
  expect(await eventsAbout(second)).toEqual(['pipeline_sub_status.added', 'pipeline_sub_status.reordered'])
})

it('retires and restores a sub-status, and customers keep it', async () => {
  const admin = await aCtx(db(), 'admin')
  const id = await add(admin, 'À vista')
  const customer = await aCustomer(db(), { pipelineStatus: 'won', pipelineSubStatusId: id })
  await retireSubStatus(admin, { subStatusId: id })
  await retireSubStatus(admin, { subStatusId: id })
  expect(await namesOf(admin, 'won')).toEqual([])
  const [row] = await db().select().from(customers).where(eq(customers.id, customer.id))
  expect(row!.pipelineSubStatusId).toBe(id)
  await restoreSubStatus(admin, { subStatusId: id })
  expect(await namesOf(admin, 'won')).toEqual(['À vista'])
  expect(await eventsAbout(id)).toEqual([
    'pipeline_sub_status.added',
    'pipeline_sub_status.retired',
    'pipeline_sub_status.restored',
  ])
})

describe('a change of the list is refused', () => {
  it.each(['manager', 'seller', 'viewer'] as const)('for a %s', async (role) => {
    const ctx = await aCtx(db(), role)
    expect(await addSubStatus(ctx, { name: 'Outro', status: 'won' })).toMatchObject({ failure: { kind: 'forbidden' } })
    expect(await listSubStatuses(ctx)).toEqual([])
  })

  it('without a name, with a name that is taken, and with an unknown status', async () => {
    const admin = await aCtx(db(), 'admin')
    await add(admin, 'Preço', 'lost')
    const refused = [
      [{ name: ' ', status: 'won' }, { fields: { name: 'pipeline.no_name' } }],
      [{ name: 'PREÇO', status: 'lost' }, { code: 'pipeline.name_taken' }],
      [{ name: 'Outro', status: 'sold' }, { fields: { status: 'required' } }],
    ] as const
    for (const [form, failure] of refused) expect(await addSubStatus(admin, form)).toMatchObject({ failure })
    expect(await addSubStatus(admin, { name: 'Preço', status: 'won' })).toMatchObject({ ok: true })
  })

  it('on a stale version, and for a sub-status that does not exist', async () => {
    const admin = await aCtx(db(), 'admin')
    const subStatusId = await add(admin, 'Preço', 'lost')
    const stale = { subStatusId, version: 7 }
    expect(await renameSubStatus(admin, { ...stale, name: 'Valor' })).toMatchObject({ failure: { code: 'stale' } })
    expect(await moveSubStatusUp(admin, stale)).toMatchObject({ failure: { code: 'stale' } })
    expect(await renameSubStatus(admin, { subStatusId: newId(), version: 1, name: 'Valor' })).toMatchObject({
      failure: { kind: 'not_found' },
    })
    expect(await namesOf(admin, 'lost')).toEqual(['Preço'])
    expect(await eventsAbout(subStatusId)).toEqual(['pipeline_sub_status.added'])
  })
})
