import { listFoundDocuments, type FoundDocument } from '@/lib/documents/search'
import type { Ctx } from '@/lib/kernel/context'
import type { Found } from './found'

/** For each customer shown, the document whose number was searched. Empty for a viewer who may not read documents. */
export async function titlesOf(ctx: Ctx, page: Found[]): Promise<Map<string, FoundDocument>> {
  const found = page.filter(({ probe }) => probe === 'number')
  const rows = await listFoundDocuments(
    ctx,
    found.map(({ id, detail }) => ({ customerId: id, documentId: detail })),
  )
  return new Map(
    found
      .toReversed()
      .flatMap(({ root, detail }) => rows.filter(({ id }) => id === detail).map((row) => [root, row] as const)),
  )
}
