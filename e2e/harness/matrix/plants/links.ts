import type { Primary } from '@/db/handles'
import { archiveRequests, invitations, links, type LINK_PURPOSES } from '@/db/schema'
import { HELENA } from '@/lib/auth/demo-users'
import { newId } from '@/lib/values/ids'
import { newToken, tokenHash } from '@/lib/values/tokens'
import { aUser } from '@/lib/testing/builders'
import { eachInTurn, LINKS, type RecordIds, type LinkKind } from '../record-ids'
import { tomorrow, yesterday } from './days'

type Subjects = Pick<RecordIds, 'customerId' | 'documents' | 'sends'> & { acceptanceId: string }

/** Plants a valid link of each kind, and an expired one to the same record. */
export async function plantLinks(db: Primary, subjects: Subjects): Promise<Pick<RecordIds, 'links' | 'expiredLinks'>> {
  const subjectIds = await subjectIdsOf(db, subjects)
  const plant = (expiresAt: Date) => (kind: LinkKind) =>
    kind === 'invitation'
      ? plantInvitation(db, subjectIds.invitation, expiresAt)
      : plantLink(db, kind, { customerId: subjects.customerId, subjectId: subjectIds[kind], expiresAt })
  return {
    links: await eachInTurn(LINKS, plant(tomorrow())),
    expiredLinks: await eachInTurn(LINKS, plant(yesterday())),
  }
}

/** Plants a link and returns its token. The database has only its hash. */
export async function plantLink(
  db: Primary,
  purpose: (typeof LINK_PURPOSES)[number],
  target: { customerId: string; subjectId: string; expiresAt: Date },
): Promise<string> {
  const token = newToken()
  await db.insert(links).values({ tokenHash: tokenHash(token), purpose, ...target })
  return token
}

async function plantInvitation(db: Primary, userId: string, expiresAt: Date): Promise<string> {
  const token = newToken()
  await db.insert(invitations).values({ tokenHash: tokenHash(token), userId, createdBy: HELENA.id, expiresAt })
  return token
}

async function subjectIdsOf(db: Primary, subjects: Subjects): Promise<Record<LinkKind, string>> {
  const requestId = newId()
  const request = { documentId: subjects.documents.archived, requestedBy: HELENA.id, requestedAt: new Date() }
  await db
    .insert(archiveRequests)
    .values({ customerId: subjects.customerId, id: requestId, ...request, readyAt: new Date(), expiresAt: tomorrow() })
  return {
    acceptance: subjects.acceptanceId,
    documents: subjects.sends.withDocuments,
    unsubscribe: subjects.sends.plain,
    archive: requestId,
    invitation: (await aUser(db, { name: 'Convidada', role: 'viewer' })).id,
  }
}
