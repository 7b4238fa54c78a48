import { eq } from 'drizzle-orm'
import { imports } from '@/db/schema'
import type { ImportDialect } from '@/db/schema/imports'
import { command, succeed, type Prepared } from '@/lib/kernel/command'
import { invalid, notFound, refused } from '@/lib/kernel/result'
import { mappingOf } from '../mapping/mapping-of'
import { detectDialect, type Detected } from '../reading/dialect'
import { headOf } from '../reading/head'
import { getImport } from '../queries'
import { readingChoice, type ReadingChoice } from '../schema'
import { lockUpload } from './lock'

type Read = Extract<Detected, { ok: true }>

/**
 * Sets by hand how a file is read: encoding, delimiter, header, first row, order of day and month, country of local
 * phones. The columns are guessed again when their names change. Refusals: `imports.started_already`, `imports.no_header`.
 */
export const readFileAs = command({
  event: 'import.uploaded',
  permission: 'imports.run',
  input: readingChoice,
  prepare: async (ctx, choice): Promise<Prepared<Read | null>> => {
    const file = await getImport(ctx, choice.importId)
    if (file?.createdBy !== ctx.viewer.userId) return notFound()
    if (sameTable(file.dialect, choice)) return { ok: true, value: null }
    const { encoding, delimiter, headerLine, firstLine } = choice
    const { bytes, whole } = await headOf(file.storageKey)
    const read = detectDialect(bytes, encoding, whole, {
      kind: file.kind,
      delimiter,
      headerLine,
      ...(firstLine && { firstLine }),
    })
    return read.ok ? { ok: true, value: read } : invalid({ headerLine: 'imports.no_header' })
  },
  run: async (ctx, choice, read) => {
    const file = await lockUpload(ctx, choice.importId)
    if (!file) return notFound()
    if (file.status !== 'uploaded') return refused('imports.started_already')
    const { country, dayOrder, decimalMark } = choice
    const dialect = { ...(read?.dialect ?? file.dialect), country, dayOrder, decimalMark }
    const columns =
      read && !sameNames(read.headers, file.headers)
        ? { headers: read.headers, ...(await mappingOf(ctx, file.kind, read.headers)) }
        : {}
    await ctx.db
      .update(imports)
      .set({ dialect, ...columns })
      .where(eq(imports.id, file.id))
    return succeed({ importId: file.id })
  },
})

const sameTable = (dialect: ImportDialect, choice: ReadingChoice) =>
  (['encoding', 'delimiter', 'headerLine', 'firstLine'] as const).every((part) => dialect[part] === choice[part])

const sameNames = (one: readonly string[], other: readonly string[]) => JSON.stringify(one) === JSON.stringify(other)
