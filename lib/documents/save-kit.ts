import { documentFiles, documentKits, documentNumbers, documents } from '@/db/schema'
import { done, type Done } from '@/lib/kernel/command'
import { idsOf, type Ctx } from '@/lib/kernel/context'
import { touchCustomer, type Customer } from '@/lib/customer-group/command'
import { contentKey, keepContent } from '@/lib/storage/content'
import { lockContent } from './lock-content'
import { newDocumentNumber } from './number'

export type NewFile = {
  title: string
  /** What it is called when downloaded. */
  name: string
  number: string
  sha256: string
  bytes: number
  pages: number
  put: (key: string) => Promise<void>
}

type NewKit = { title: string; journeyId: string | null; files: NewFile[] }

/** The number of each of so many documents: the given one, then `-2`, `-3`; or numbers of our own. */
export const numbersFor = (count: number, given: string | null, now: Date): string[] =>
  Array.from({ length: count }, (_, at) => (given ? (at ? `${given}-${at + 1}` : given) : newDocumentNumber(now)))

/** Keeps files and what is known of them as one kit, inside its command's transaction. */
export async function saveKit(
  ctx: Ctx,
  customer: Customer,
  { title, journeyId, files }: NewKit,
): Promise<Done<{ customerId: string; kitId: string }>> {
  const at = { customerId: customer.id, createdAt: ctx.now }
  const ids = idsOf(ctx)
  const kitId = ids.row()
  await ctx.db
    .insert(documentKits)
    .values({ ...at, id: kitId, title, journeyId, source: 'portal', createdBy: ctx.viewer.userId })
  // Always in one order, so that two kits with the same files do not wait for each other.
  for (const sha256 of [...new Set(files.map((file) => file.sha256))].sort()) await lockContent(ctx.db, sha256)
  for (const [index, { put, title, number, ...file }] of files.entries()) {
    const id = ids.row('document')
    const storageKey = contentKey(file.sha256)
    await keepContent(storageKey, put)
    await ctx.db.insert(documents).values({ ...at, id, kitId, position: index + 1, number, title })
    await ctx.db.insert(documentNumbers).values({ number, customerId: customer.id, documentId: id })
    await ctx.db.insert(documentFiles).values({ ...at, documentId: id, role: 'original', storageKey, ...file })
  }
  await touchCustomer(ctx, customer.id)
  const after = { title, numbers: files.map((file) => file.number).join(', ') }
  return done(
    { customerId: customer.id, kitId },
    { customerId: customer.id, subject: `kit:${kitId}`, after, details: { documents: files.length } },
  )
}
