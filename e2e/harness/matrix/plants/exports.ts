import type { Primary } from '@/db/handles'
import { exportParts, exports } from '@/db/schema'
import { newKey } from '@/lib/storage/staged'
import { storage } from '@/lib/storage/storage'
import { newId } from '@/lib/values/ids'
import { eachInTurn, EXPORTS, type RecordIds } from '../record-ids'
import { tomorrow } from './days'

/** Plants an export with this customer for each action on exports. */
export const plantExports = (db: Primary, requestedBy: string, customerId: string): Promise<RecordIds['exports']> =>
  eachInTurn(EXPORTS, async (use) => {
    const [id, storageKey] = [newId(), newKey('exports')]
    if (use !== 'cancel') await storage().put(storageKey, 'Nome;Loja\r\n')
    const base = { id, requestedBy, query: 'cases=any', delimiter: 'semicolon' as const, rowsDone: 1, rowsTotal: 1 }
    const access = { scope: 'all' as const, storeIds: [], isInClear: false }
    const file = { storageKey, bytes: 11, sha256: '0'.repeat(64), expiresAt: tomorrow() }
    await db
      .insert(exports)
      .values(use === 'cancel' ? { ...base, status: 'running' } : { ...base, ...file, access, status: 'finished' })
    await db.insert(exportParts).values({ exportId: id, part: 0, customerIds: [customerId] })
    return id
  })
