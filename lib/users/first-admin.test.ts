import { eq } from 'drizzle-orm'
import { auditEvents, users } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { invitedBy } from './accept-invitation'
import { makeFirstAdmin } from './first-admin'

const { db } = useTestDatabase()
const AT = new Date('2026-11-20T12:00:00Z')

test('creates an admin who sets the password with the link, and records it', async () => {
  const token = await makeFirstAdmin(db(), 'Ana@Loja.example', 'Ana', AT)
  const publicCtx = { db: db(), now: AT, requestId: 'r', locale: 'pt-BR', ipAddress: null, userAgent: null } as const
  expect(await invitedBy(publicCtx, token ?? '')).toMatchObject({ name: 'Ana', email: 'ana@loja.example' })
  const [admin] = await db().select().from(users)
  expect(admin).toMatchObject({ role: 'admin', scope: 'all', passwordHash: null })
  expect(
    await db()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subject, `user:${admin!.id}`)),
  ).toHaveLength(1)
})

test('refuses while there is an active admin', async () => {
  await makeFirstAdmin(db(), 'ana@loja.example', 'Ana', AT)
  expect(await makeFirstAdmin(db(), 'bia@loja.example', 'Bia', AT)).toBeNull()
  expect(await db().select().from(users)).toHaveLength(1)
})

test('creates another one when the last admin was deactivated', async () => {
  await makeFirstAdmin(db(), 'ana@loja.example', 'Ana', AT)
  await db().update(users).set({ deactivatedAt: AT })
  expect(await makeFirstAdmin(db(), 'bia@loja.example', 'Bia', AT)).not.toBeNull()
})
