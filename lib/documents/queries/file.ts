import { and, eq } from 'drizzle-orm'
import type { Reader } from '@/db/handles'
import { documentFiles } from '@/db/schema'
import { getSurvivorId } from '@/lib/customer-group/find'
import { isUuid } from '@/lib/values/ids'
import { query } from '@/lib/kernel/query'
import { findDocument } from '../find'
import type { FileRole } from '../paths'
import { isReadable } from '../readable'
import { stateOf, type DocumentState } from '../state'

export type DocumentFile = {
  /** The surviving record. */
  customerId: string
  documentId: string
  title: string
  role: FileRole
  name: string
  storageKey: string
  sha256: string
  bytes: number
  /** `withheld`: the viewer may read the document, but not this file of it. */
  state: DocumentState | 'withheld'
}

type Asked = { customerId: string | undefined; documentId: string | undefined; role: string | undefined }

/** Returns one PDF of a document, or null if it is absent or out of the viewer's scope. */
export const getFile = query(
  'documents.read',
  async (ctx, { customerId, documentId, role }: Asked): Promise<DocumentFile | null> => {
    if (!isUuid(customerId) || (role !== 'original' && role !== 'final')) return null
    const root = await getSurvivorId(ctx, customerId)
    const found = root && (await findDocument(ctx, root, documentId))
    if (!found) return null
    const file = await findFile(ctx.db, { customerId: found.document.customerId, documentId: found.document.id }, role)
    if (!file) return null
    const { id, title } = found.document
    const state = isReadable(ctx.viewer, role) ? stateOf(found.document) : 'withheld'
    return { ...file, customerId: root, documentId: id, title, role, state }
  },
)

export async function findFile(
  db: Reader,
  { customerId, documentId }: { customerId: string; documentId: string },
  role: FileRole,
) {
  const [file] = await db
    .select({
      name: documentFiles.name,
      storageKey: documentFiles.storageKey,
      sha256: documentFiles.sha256,
      bytes: documentFiles.bytes,
    })
    .from(documentFiles)
    .where(
      and(
        eq(documentFiles.customerId, customerId),
        eq(documentFiles.documentId, documentId),
        eq(documentFiles.role, role),
      ),
    )
  return file ?? null
}
