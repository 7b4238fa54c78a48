import { eq } from 'drizzle-orm'
import { imports } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { invalid, notFound, refused } from '@/lib/kernel/result'
import { knownColumns } from '../mapping/guess'
import { columnChoice } from '../schema'
import { COLUMNS } from '../kinds/columns'
import { lockUpload } from './lock'

/**
 * Sets the target field of each column, before the import starts; the preview shows the outcome.
 * Refusals: those of the kind's `mappingFault`, `imports.started_already`. No customer changes, so the history gets no entry.
 */
export const mapColumns = command({
  event: 'import.uploaded',
  permission: 'imports.run',
  input: columnChoice,
  run: async (ctx, { importId, source, keepAttributes, mapping: posted }) => {
    const file = await lockUpload(ctx, importId)
    if (!file) return notFound()
    if (file.status !== 'uploaded') return refused('imports.started_already')
    const columns = COLUMNS[file.kind]
    const mapping = knownColumns(columns, posted, file.headers)
    const fault = columns.mappingFault(mapping)
    if (fault) return invalid({ [fault.target]: fault.code })
    await ctx.db.update(imports).set({ mapping, source, keepAttributes }).where(eq(imports.id, importId))
    return succeed({ importId })
  },
})
