import { eq } from 'drizzle-orm'
import { imports } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { invalid, notFound, refused } from '@/lib/kernel/result'
import { knownColumns } from '../mapping/guess'
import { columnChoice } from '../schema'
import { namesCustomers } from '../customers/targets'
import { lockUpload } from './lock'

/**
 * Sets the target field of each column, before the import starts; the preview shows the outcome.
 * Refusals: `imports.no_name_or_key`, `imports.started_already`. No customer changes, so the history gets no entry.
 */
export const mapColumns = command({
  event: 'import.uploaded',
  permission: 'imports.run',
  input: columnChoice,
  run: async (ctx, { importId, source, keepAttributes, mapping: posted }) => {
    const file = await lockUpload(ctx, importId)
    if (!file) return notFound()
    if (file.status !== 'uploaded') return refused('imports.started_already')
    const mapping = knownColumns(posted, file.headers)
    if (!namesCustomers(mapping)) return invalid({ name: 'imports.no_name_or_key' })
    await ctx.db.update(imports).set({ mapping, source, keepAttributes }).where(eq(imports.id, importId))
    return succeed({ importId })
  },
})
