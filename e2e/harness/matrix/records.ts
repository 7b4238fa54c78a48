import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import {
  acceptances,
  customers,
  documentFiles,
  documentKits,
  documents,
  externalIds,
  importRejections,
  imports,
  invitations,
  journeyMessages,
  journeys,
  links,
  messages,
  notes,
  sends,
  sessions,
} from '@/db/schema'
import { JOURNEYS, seedJourneys } from '@/db/seed/journeys'
import { ECOMMERCE, PAULISTA } from '@/db/seed/demo-stores'
import { BRUNA, HELENA } from '@/db/seed/demo-users'
import { codeHash } from '@/lib/acceptances/code'
import { newProtocol } from '@/lib/acceptances/protocol'
import { record } from '@/lib/audit/record'
import { newId } from '@/lib/values/ids'
import { aCustomer, aPoint, aUser } from '@/lib/testing/builders'
import { tokenHash } from '@/lib/values/tokens'
import { aDelivery } from '@/lib/testing/sending'
import type { Person } from './people'

/** `mixed`: a customer in reach, named together with what belongs to one out of reach. */
export type Kind = 'own' | 'foreign' | 'absent' | 'mixed'

const POINTS = ['change', 'retire', 'restore', 'block', 'reason', 'allow', 'primary'] as const
const DOCUMENTS = { delete: {}, resend: {}, accept: {}, request: { archivedAt: new Date() } } as const
const ACCEPTANCES = ['code', 'accept', 'refuse'] as const
/** What each planted acceptance was sent. */
export const CODE = '271828'
const IMPORTS = { map: 'uploaded', start: 'uploaded', pause: 'running', resume: 'paused', cancel: 'uploaded' } as const

const CHANGES = ['change', 'retire'] as const

/** What requests name. */
export type Known = {
  kind: Kind
  customerId: string
  version: string
  externalId: string
  storeId: string
  points: Record<(typeof POINTS)[number], string>
  imports: Record<keyof typeof IMPORTS, string>
  kitId: string
  documents: Record<keyof typeof DOCUMENTS, string>
  sendId: string
  journeys: Record<'change' | 'retire', string>
  journeyMessages: Record<'change' | 'retire', string>
  deliveries: { play: string; retry: string }
  unsubscribeToken: string
  /** Tokens. */
  acceptances: Record<(typeof ACCEPTANCES)[number], string>
  userId: string
  sessionId: string
  token: string
  email: string
}

export type Planted = Record<Kind, Known>

/** In every form the portal could write them. `clear`: behind a mask for most. `any`: nothing at all for who is out of reach. */
export const SECRETS = {
  own: ['52998224725', '529.982.247-25', '976543210', '97654-3210', 'clara.propria@dona.example', 'Alameda Revelada'],
  foreign: [
    '39053344705',
    '390.533.447-05',
    '981234567',
    '98123-4567',
    'zuleica.canto@canarinho.example',
    'Beco do Canarinho',
  ],
  any: ['Canarinho', 'canarinho.example'],
} as const

const OWN = {
  name: 'Clara Visível',
  cpf: SECRETS.own[0],
  phone: '+5511976543210',
  email: SECRETS.own[4],
  street: SECRETS.own[5],
}
const FOREIGN = {
  name: 'Zuleica Canarinho',
  cpf: SECRETS.foreign[0],
  phone: '+5592981234567',
  email: SECRETS.foreign[4],
  street: SECRETS.foreign[5],
}

/** Everyone reaches the first customer, only who reaches all the second; there is no third. */
export async function plantRecords(db: Db): Promise<Planted> {
  await seedJourneys(db, new Date())
  const stranger = await aUser(db, { name: 'Outra Administradora', role: 'admin' })
  const own = await plant(db, 'own', OWN, { storeId: PAULISTA.id, assignedUserId: BRUNA.id }, HELENA.id)
  const foreign = await plant(
    db,
    'foreign',
    FOREIGN,
    { storeId: ECOMMERCE.id, preferredName: 'Dona Canarinho' },
    stranger.id,
  )
  return {
    own,
    foreign,
    absent: absent(),
    mixed: { ...foreign, kind: 'mixed', customerId: own.customerId, version: own.version, kitId: own.kitId },
  }
}

type Someone = typeof OWN | typeof FOREIGN
type Row = Partial<typeof customers.$inferInsert> & { storeId: string }

async function plant(db: Db, kind: Kind, who: Someone, row: Row, importedBy: string): Promise<Known> {
  const document = { documentType: 'cpf' as const, documentNumber: who.cpf, documentCountry: 'BR' }
  const { id: customerId } = await aCustomer(db, {
    name: who.name,
    birthOn: '1987-03-09',
    remarks: `Observação de ${who.name}`,
    ...document,
    ...row,
  })
  const actor = { userId: importedBy, requestId: null, now: new Date() }
  await record(db, actor, {
    event: 'customer.created',
    customerId,
    before: null,
    after: { name: who.name, ...document },
  })
  await db.insert(notes).values({ customerId, id: newId(), body: `Recado sobre ${who.name}`, authorId: HELENA.id })
  await db.insert(externalIds).values({ source: 'loja', externalId: `cliente-${kind}`, customerId })
  await aPoint(db, customerId, { channel: 'mobile', value: who.phone, normalized: who.phone, matchKey: null })
  const address = { street: who.street, city: 'Manaus', state: 'AM', country: 'BR' }
  await aPoint(db, customerId, {
    channel: 'address',
    value: who.street,
    normalized: who.street.toLowerCase(),
    matchKey: null,
    address,
  })
  const user = await aUser(db, { name: `Pessoa ${kind}`, email: `pessoa-${kind}@example.com`, role: 'viewer' })
  const files = await plantDocuments(db, customerId, who.name)
  return {
    kind,
    customerId,
    version: '1',
    externalId: `cliente-${kind}`,
    storeId: row.storeId,
    points: await plantPoints(db, customerId, who.email),
    sendId: await plantSend(db, customerId, who.email),
    ...(await plantJourneys(db)),
    imports: await plantImports(db, importedBy, who.name),
    ...files,
    acceptances: await plantAcceptances(db, kind, {
      customerId,
      documentId: files.documents.request,
      name: who.name,
      address: who.email,
    }),
    ...(await plantDeliveries(db, customerId, kind, who)),
    userId: user.id,
    sessionId: await plantSession(db, user.id),
    token: await plantInvitation(db, kind),
    email: HELENA.email,
  }
}

async function plantPoints(db: Db, customerId: string, email: string) {
  const off = { retire: {}, restore: { retiredAt: new Date() }, allow: { blockedAt: new Date() } } as Record<
    string,
    object
  >
  const ids = {} as Known['points']
  for (const use of POINTS) {
    const value = use === 'change' ? email : `${use}.${email}`
    ids[use] = (await aPoint(db, customerId, { value, normalized: value, matchKey: value, ...off[use] })).id
  }
  return ids
}

async function plantJourneys(db: Db) {
  const ids = { journeys: { change: newId(), retire: newId() }, journeyMessages: { change: newId(), retire: newId() } }
  const { change, retire } = ids.journeys
  await db.insert(journeys).values([change, retire].map((id) => ({ id, name: 'Avisos', purpose: 'service' as const })))
  const text = { journeyId: change, channel: 'sms' as const, name: 'Aviso', step: 1, body: 'Olá!' }
  await db.insert(journeyMessages).values(Object.values(ids.journeyMessages).map((id) => ({ id, ...text })))
  return ids
}

async function plantSend(db: Db, customerId: string, address: string): Promise<string> {
  const [journeyId, messageId, sendId] = [newId(), newId(), newId()]
  await db.insert(journeys).values({ id: journeyId, name: 'Avisos', purpose: 'service' })
  await db.insert(messages).values({
    customerId,
    id: messageId,
    journeyId,
    name: 'Aviso',
    channel: 'email',
    purpose: 'service',
    subject: 'Aviso',
    body: 'Olá!',
  })
  await db.insert(sends).values({ customerId, id: sendId, messageId, journeyId, channel: 'email', address })
  return sendId
}

async function plantImports(db: Db, createdBy: string, name: string) {
  const ids = {} as Known['imports']
  for (const [use, status] of Object.entries(IMPORTS) as [keyof typeof IMPORTS, (typeof IMPORTS)['map']][]) {
    const id = (ids[use] = newId())
    const file = {
      fileName: `${name}.csv`,
      storageKey: `imports/${id}`,
      bytes: 40,
      sha256: '0'.repeat(64),
      headers: ['Nome', 'Código'],
    }
    const dialect = { encoding: 'utf-8', delimiter: ';', headerLine: 1 } as const
    await db
      .insert(imports)
      .values({ id, ...file, dialect, mapping: { name: 'Nome' }, status, createdBy, rejected: 1, rowsDone: 1 })
    await db
      .insert(importRejections)
      .values({ importId: id, row: 1, outcome: 'rejected', reasons: [{ code: 'name_missing' }], cells: [name, '1'] })
  }
  return ids
}

async function plantDocuments(db: Db, customerId: string, name: string) {
  const kitId = newId()
  await db
    .insert(documentKits)
    .values({ customerId, id: kitId, title: `Contrato de ${name}`, journeyId: JOURNEYS.reissue.id, source: 'portal' })
  const ids = {} as Known['documents']
  for (const [at, use] of (Object.keys(DOCUMENTS) as (keyof typeof DOCUMENTS)[]).entries()) {
    const id = (ids[use] = newId())
    await db.insert(documents).values({
      customerId,
      id,
      kitId,
      position: at + 1,
      number: `N-${at + 1}`,
      title: `Termo de ${name}`,
      ...DOCUMENTS[use],
    })
    const sha256 = randomUUID().replaceAll('-', '').repeat(2)
    const file = { name: `${name}.pdf`, storageKey: `documents/${sha256}`, sha256, bytes: 4, pages: 1 }
    await db.insert(documentFiles).values({ customerId, documentId: id, role: 'original', ...file })
  }
  return { kitId, documents: ids }
}

async function plantDeliveries(db: Db, customerId: string, kind: Kind, who: Someone) {
  const payload = { to: who.email, subject: `Para ${who.name}`, text: `Olá, ${who.name}!` }
  const sent = { payload, provider: 'offline' as const, state: 'sent' as const, doneAt: new Date() }
  const play = await aDelivery(db, customerId, sent, { address: who.email })
  const retry = await aDelivery(
    db,
    customerId,
    { payload, provider: 'resend', state: 'dead', failure: 'rejected' },
    { address: who.email },
  )
  const unsubscribeToken = `${kind}-unsubscribe`.padEnd(43, 'u')
  await db
    .insert(links)
    .values({ tokenHash: tokenHash(unsubscribeToken), purpose: 'unsubscribe', customerId, subjectId: play.sendId! })
  return { deliveries: { play: play.id, retry: retry.id }, unsubscribeToken }
}

async function plantAcceptances(
  db: Db,
  kind: Kind,
  of: { customerId: string; documentId: string; name: string; address: string },
) {
  const { customerId, documentId, name, address } = of
  const tokens = {} as Known['acceptances']
  for (const use of ACCEPTANCES) {
    const id = newId()
    const token = (tokens[use] = `${kind}-${use}`.padEnd(43, 'x'))
    const code =
      use === 'code' ? {} : { codeHash: codeHash(id, CODE), codeExpiresAt: tomorrow(), codeSentAt: new Date() }
    const words = {
      signerName: name,
      channel: 'email' as const,
      address,
      terms: `Termo de ${name}`,
      originalSha256: '0'.repeat(64),
    }
    await db
      .insert(acceptances)
      .values({ customerId, id, documentId, protocol: newProtocol(), ...words, ...code, expiresAt: tomorrow() })
    await db
      .insert(links)
      .values({ tokenHash: tokenHash(token), purpose: 'acceptance', customerId, subjectId: id, expiresAt: tomorrow() })
  }
  return tokens
}

async function plantInvitation(db: Db, kind: Kind): Promise<string> {
  const token = kind.padEnd(43, 'x')
  const invited = await aUser(db, { name: 'Convidada', role: 'viewer' })
  await db
    .insert(invitations)
    .values({ tokenHash: tokenHash(token), userId: invited.id, createdBy: HELENA.id, expiresAt: tomorrow() })
  return token
}

async function plantSession(db: Db, userId: string): Promise<string> {
  const id = newId()
  await db.insert(sessions).values({ id, userId, expiresAt: tomorrow() })
  return id
}

const tomorrow = () => new Date(Date.now() + 86_400_000)

function absent(): Known {
  const nothing = <K extends string>(uses: readonly K[]) =>
    Object.fromEntries(uses.map((use) => [use, randomUUID()])) as Record<K, string>
  const documentUses = Object.keys(DOCUMENTS) as (keyof typeof DOCUMENTS)[]
  const ids = {
    customerId: randomUUID(),
    storeId: randomUUID(),
    sendId: randomUUID(),
    userId: randomUUID(),
    sessionId: randomUUID(),
  }
  const uses = Object.keys(IMPORTS) as (keyof typeof IMPORTS)[]
  return {
    kind: 'absent',
    ...ids,
    version: '1',
    externalId: 'ninguém',
    points: nothing(POINTS),
    deliveries: nothing(['play', 'retry']),
    unsubscribeToken: 'u'.repeat(43),
    imports: nothing(uses),
    journeys: nothing(CHANGES),
    journeyMessages: nothing(CHANGES),
    kitId: randomUUID(),
    documents: nothing(documentUses),
    acceptances: { code: 'b'.repeat(43), accept: 'c'.repeat(43), refuse: 'd'.repeat(43) },
    token: 'a'.repeat(43),
    email: 'ninguem@example.com',
  }
}

/** A second session of each person, so that there is one of their own to end. */
export async function plantOwnSessions(db: Db, people: readonly Person[]): Promise<Map<Person, string>> {
  const pairs: [Person, string][] = []
  for (const person of people) if (person.user) pairs.push([person, await plantSession(db, person.user.id)])
  return new Map(pairs)
}

export async function versionOf(db: Db, customerId: string): Promise<string> {
  const [row] = await db.select({ version: customers.version }).from(customers).where(eq(customers.id, customerId))
  return String(row?.version ?? 1)
}
