import { duplicateRules } from '@/db/schema'
import { command, succeed, type CommandEvent } from '@/lib/kernel/command'
import { noFields } from '../schema'

const SUBJECT: CommandEvent = { customerId: null, subject: 'duplicate_rule:same_tax_id' }

/** Switches on the rule that merges customers with the same tax id. It runs as this user. Doing so twice changes nothing. */
export const enableRule = command({
  event: 'duplicate_rule.enabled',
  permission: 'duplicates.configure',
  alsoPermissions: ['customers.merge'],
  input: noFields,
  run: async ({ db, now, viewer }) => {
    const row = { rule: 'same_tax_id' as const, enabledAt: now, enabledBy: viewer.userId }
    const added = await db.insert(duplicateRules).values(row).onConflictDoNothing().returning()
    return succeed({}, ...added.map(() => SUBJECT))
  },
})

/** Switches the rule off. Doing so twice changes nothing. */
export const disableRule = command({
  event: 'duplicate_rule.disabled',
  permission: 'duplicates.configure',
  input: noFields,
  run: async ({ db }) => {
    const removed = await db.delete(duplicateRules).returning()
    return succeed({}, ...removed.map(() => SUBJECT))
  },
})
