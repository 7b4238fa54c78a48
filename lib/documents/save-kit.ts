import { documentFiles, documentKits, documentNumbers, documents } from '@/db/schema'
import { succeed, type Success } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { touchCustomer } from '@/lib/customer-group/touch'
import type { Customer } from '@/lib/customer-group/lock'
import { recordStaged } from '@/lib/storage/staged'
import { newDocumentNumber } from './number'

export type NewFile = {
  title: string
  /** The file's name when somebody downloads it. */
  name: string
  number: string
  sha256: string
  bytes: number
  pages: number
  /** Key of the staged file. */
  storageKey: string
}

type NewKit = { title: string; journeyId: string | null; files: NewFile[] }

/** The numbers of a kit's documents: the typed one, then `-2`, `-3`; or new numbers when none was typed. */
export const numbersFor = (count: number, typed: string | null, now: Date): string[] =>
  Array.from({ length: count }, (_, at) => (typed ? (at ? `${typed}-${at + 1}` : typed) : newDocumentNumber(now)))

/** Records staged files as one kit, inside its command's transaction. */
export async function saveKit(
  ctx: WriteCtx,
  customer: Customer,
  { title, journeyId, files }: NewKit,
): Promise<Success<{ customerId: string; kitId: string }>> {
  const at = { customerId: customer.id, createdAt: ctx.now }
  const ids = idsOf(ctx)
  const kitId = ids.row()
  await ctx.db
    .insert(documentKits)
    .values({ ...at, id: kitId, title, journeyId, source: 'portal', createdBy: ctx.viewer.userId })
  for (const [index, { title, number, ...file }] of files.entries()) {
    const id = ids.row('document')
    await recordStaged(ctx.db, file.storageKey)
    await ctx.db.insert(documents).values({ ...at, id, kitId, position: index + 1, number, title })
    await ctx.db.insert(documentNumbers).values({ number, customerId: customer.id, documentId: id })
    await ctx.db.insert(documentFiles).values({ ...at, documentId: id, role: 'original', ...file })
  }
  await touchCustomer(ctx, customer.id)
  const after = { title, numbers: files.map((file) => file.number).join(', ') }
  return succeed(
    { customerId: customer.id, kitId },
    { customerId: customer.id, subject: `kit:${kitId}`, after, details: { documents: files.length } },
  )
}
