import type { Primary } from '@/db/handles'
import { type customers, externalIds, notes } from '@/db/schema'
import { HELENA } from '@/lib/auth/demo-users'
import { record } from '@/lib/audit/record'
import { newId } from '@/lib/values/ids'
import { aCustomer, aUser } from '@/lib/testing/builders'
import type { Kind, RecordIds } from '../record-ids'
import type { Identity } from '../secrets'
import { plantTouch } from './acquisition'
import { plantAcceptances, plantRequests } from './acceptances'
import { plantAgendaContacts } from './agenda-contacts'
import { plantAgenda } from './agenda'
import { plantAttachments } from './attachments'
import { plantCases, plantStates } from './cases'
import { plantConversations } from './conversations'
import { plantDeliveries } from './deliveries'
import { plantDocuments } from './documents'
import { plantDuplicates } from './duplicates'
import { plantExports } from './exports'
import { plantImports } from './imports'
import { plantJourneys } from './journeys'
import { plantLinks } from './links'
import { plantMerges } from './merges'
import { plantPoints } from './points'
import { plantSchedule, plantSubStatuses } from './pipeline'
import { plantAccounts } from './accounts'
import { plantPurchases } from './purchases'
import { plantRelated, plantTags } from './relationships'
import { plantIdentity, plantSecondFactors } from './second-factors'
import { plantSends } from './sends'
import { plantSession } from './sessions'
import { plantViews } from './views'

type Row = Partial<typeof customers.$inferInsert> & { storeId: string }

/** Plants a customer with a record of every kind that a page shows or an action changes. */
export async function plantCustomer(
  db: Primary,
  kind: Kind,
  identity: Identity,
  row: Row,
  importedBy: string,
): Promise<RecordIds> {
  const taxId = { documentType: 'cpf' as const, documentNumber: identity.cpf, documentCountry: 'BR' }
  const { id: customerId } = await aCustomer(db, {
    name: identity.name,
    birthOn: '1987-03-09',
    remarks: `Observação de ${identity.name}`,
    ...taxId,
    ...row,
  })
  const actor = { userId: importedBy, requestId: null, now: new Date() }
  await record(db, actor, {
    event: 'customer.created',
    customerId,
    before: null,
    after: { name: identity.name, ...taxId },
  })
  await record(db, actor, {
    event: 'customer.changed',
    customerId,
    before: { howMet: `Feira de ${identity.name}` },
    after: { howMet: null },
  })
  await db.insert(notes).values({ customerId, id: newId(), body: `Recado sobre ${identity.name}`, authorId: HELENA.id })
  const externalId = `cliente-${kind}`
  await db.insert(externalIds).values({ source: 'loja', externalId, customerId })
  const user = await aUser(db, { name: `Pessoa ${kind}`, email: `pessoa-${kind}@example.com`, role: 'viewer' })
  await plantSecondFactors(db, [user.id])
  await plantIdentity(db, user.id)
  const points = await plantPoints(db, customerId, identity)
  const { kitId, documents } = await plantDocuments(db, customerId, identity)
  const sends = await plantSends(db, customerId, identity, documents.signed)
  const { signed, ...waiting } = await plantAcceptances(db, { customerId, documents, identity })
  const requests = await plantRequests(db, { customerId, documents, identity }, sends)
  await plantTouch(db, customerId, identity)
  const related = await plantRelated(db, customerId, row)
  const subjects = { customerId, documents, sends, acceptanceId: signed }
  return {
    kind,
    customerId,
    version: '1',
    externalId,
    storeId: row.storeId,
    points,
    kitId,
    documents,
    sends,
    attachments: await plantAttachments(db, customerId, identity),
    accounts: await plantAccounts(db, customerId, identity),
    purchases: await plantPurchases(db, customerId, identity),
    cases: await plantCases(db, customerId, identity, sends),
    agendaContacts: await plantAgendaContacts(db, customerId, identity, row.storeId),
    ...(await plantAgenda(db, customerId, row.storeId, identity)),
    ...(await plantConversations(db, customerId, identity)),
    caseStates: await plantStates(db),
    subStatuses: await plantSubStatuses(db),
    scheduleId: await plantSchedule(db, related.change),
    related,
    merges: await plantMerges(db, customerId, row),
    duplicates: await plantDuplicates(db, customerId, row),
    tags: await plantTags(db),
    ...(await plantJourneys(db)),
    imports: await plantImports(db, importedBy, identity.name),
    exports: await plantExports(db, importedBy, customerId),
    views: await plantViews(db, importedBy, identity.name),
    requests,
    acceptances: waiting,
    deliveries: await plantDeliveries(db, customerId, identity),
    ...(await plantLinks(db, subjects)),
    userId: user.id,
    sessionId: await plantSession(db, user.id),
    email: HELENA.email,
  }
}
