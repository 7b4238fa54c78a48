import { eq } from 'drizzle-orm'
import { duplicateRules, users } from '@/db/schema'
import { query } from '@/lib/kernel/query'

/** When the rule that merges customers with the same tax id was switched on, and by whom; null while it is off. */
export const getRule = query('duplicates.configure', async ({ db }) => {
  const [row] = await db
    .select({ enabledAt: duplicateRules.enabledAt, enabledBy: users.name })
    .from(duplicateRules)
    .innerJoin(users, eq(users.id, duplicateRules.enabledBy))
  return row ?? null
})
