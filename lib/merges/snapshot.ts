import type { Primary } from '@/db/handles'
import { customerKey, customerKeysOf, open, seal } from '@/lib/audit/seal'
import type { MergeSnapshot } from '@/lib/customers/merge-record'

/** Encrypts what an undo needs with the survivor's key, so that the erasure of the person erases it too. */
export async function sealSnapshot(db: Primary, customerId: string, snapshot: MergeSnapshot): Promise<Buffer> {
  return seal(await customerKey(db, customerId), Buffer.from(JSON.stringify(snapshot)), customerId)
}

/** Returns null when the key was erased. */
export async function openSnapshot(
  db: Primary,
  { customerId, sealed }: { customerId: string; sealed: Buffer },
): Promise<MergeSnapshot | null> {
  const key = (await customerKeysOf(db, [customerId])).get(customerId)
  return key ? (JSON.parse(open(key, sealed, customerId).toString()) as MergeSnapshot) : null
}
