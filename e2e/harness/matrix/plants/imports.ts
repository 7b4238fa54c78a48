import type { Primary } from '@/db/handles'
import { importRejections, importReviews, imports } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import { eachInTurn, IMPORTS, type RecordIds } from '../record-ids'

const STATUS = {
  map: 'uploaded',
  start: 'uploaded',
  pause: 'running',
  resume: 'paused',
  cancel: 'uploaded',
  review: 'finished',
  undo: 'finished',
} as const

/** Plants an import with a rejected and a waiting row for each action on imports. */
export function plantImports(db: Primary, createdBy: string, name: string): Promise<RecordIds['imports']> {
  return eachInTurn(IMPORTS, async (use) => {
    const id = newId()
    const file = { fileName: `${name}.csv`, storageKey: `imports/${id}`, bytes: 40, sha256: '0'.repeat(64) }
    const dialect = { encoding: 'utf-8', delimiter: ';', headerLine: 1 } as const
    const counts = { rejected: 1, waiting: 1, rowsDone: 2 }
    const columns = { headers: ['Nome', 'Código'], dialect, mapping: { name: 'Nome' } }
    await db.insert(imports).values({ id, ...file, ...columns, ...counts, status: STATUS[use], createdBy })
    const reasons = [{ code: 'name_missing' as const }]
    await db.insert(importRejections).values({ importId: id, row: 1, outcome: 'rejected', reasons, cells: [name, '1'] })
    const waiting = { row: 2, customerId: newId(), reasons: [{ code: 'name_differs' }], cells: [name, '2'] }
    await db.insert(importReviews).values({ importId: id, ...waiting })
    return id
  })
}
