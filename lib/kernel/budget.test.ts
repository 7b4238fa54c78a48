import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { auditEvents } from '@/db/schema'
import { aCtx } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { takeFromBudget } from './budget'
import { command, succeed } from './command'

const test = useTestDatabase()

const reveal = command({
  event: 'personal.revealed',
  permission: 'personal.reveal',
  budget: 'reveals',
  input: z.strictObject({}),
  run: async () => succeed('revealed'),
})

it('refuses a command when its budget is used up, and raises one alarm', async () => {
  const ctx = await aCtx(test.db(), 'agent')
  for (let i = 0; i < 120; i++) expect((await reveal(ctx, {})).ok).toBe(true)
  for (let i = 0; i < 3; i++)
    expect(await reveal(ctx, {})).toMatchObject({ ok: false, failure: { kind: 'invalid', code: 'budget.reveals' } })
  const alarms = and(eq(auditEvents.event, 'account.budget_used_up'), eq(auditEvents.actorId, ctx.viewer.userId))
  expect(await test.db().$count(auditEvents, alarms)).toBe(1)
})

it('gives each person and each budget their own limit', async () => {
  const ctx = await aCtx(test.db(), 'agent')
  while (await takeFromBudget(ctx, 'reveals'));
  expect(await takeFromBudget(ctx, 'uploads')).toBe(true)
  expect(await takeFromBudget(await aCtx(test.db(), 'agent'), 'reveals')).toBe(true)
})

it('admits no more parallel actions than the budget has', async () => {
  const ctx = await aCtx(test.pool(), 'agent')
  const all = await Promise.all(Array.from({ length: 200 }, () => takeFromBudget(ctx, 'reveals')))
  expect(all.filter(Boolean)).toHaveLength(120)
})

it('does not limit programs', async () => {
  const ctx = { ...(await aCtx(test.db(), 'agent')), isProgram: true as const }
  for (let i = 0; i < 130; i++) expect((await reveal(ctx, {})).ok).toBe(true)
})

it('counts nothing for a person without the permission', async () => {
  const ctx = await aCtx(test.db(), 'viewer')
  for (let i = 0; i < 125; i++) await reveal(ctx, {})
  expect(await takeFromBudget(ctx, 'reveals')).toBe(true)
})
