import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { caseLinks, conversations, documents, messages, sends } from '@/db/schema'
import type { Permission } from '@/lib/access/permissions'
import { groupIds } from '@/lib/customer-group/scope'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/values/ids'

/** What a case can be linked to: a message that was sent, a document, a conversation. */
export const TARGET_KINDS = ['send', 'document', 'conversation'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]
export type Target = { kind: TargetKind; id: string }

/** The column of `case_links` with the id of a target. */
export const LINK_COLUMN = { send: 'sendId', document: 'documentId', conversation: 'conversationId' } as const

const READ: Record<TargetKind, Permission> = {
  send: 'interactions.read',
  document: 'documents.read',
  conversation: 'conversations.read',
}

export const canRead = ({ viewer }: Pick<Ctx, 'viewer'>, kind: TargetKind): boolean => viewer.can(READ[kind])

/** A target as one field of a form or of a URL: `send:<id>`, `document:<id>`, `conversation:<id>`. */
export const targetText = ({ kind, id }: Target): string => `${kind}:${id}`

export function parseTarget(text: string | null | undefined): Target | null {
  const [kind, id] = text?.split(':') ?? []
  const known = TARGET_KINDS.find((one) => one === kind)
  return known && isUuid(id) ? { kind: known, id } : null
}

export const targetField = z.string().transform((text, ctx) => {
  const target = parseTarget(text)
  if (target) return target
  ctx.addIssue({ code: 'custom', message: 'invalid' })
  return z.NEVER
})

/** `name`: the name of the message, the title of the document, or the channel of the conversation. */
export type FoundTarget = Target & { customerId: string; name: string }

/** Finds the target in the customer's group. Returns null if it is absent, or if the viewer may not read it. */
export async function findTarget(ctx: Ctx, survivorId: string, target: Target): Promise<FoundTarget | null> {
  if (!canRead(ctx, target.kind)) return null
  const [row] = await FIND[target.kind](ctx, survivorId, target.id)
  return row ? { ...target, ...row } : null
}

type Find = (ctx: Ctx, survivorId: string, id: string) => Promise<{ customerId: string; name: string }[]>

const FIND: Record<TargetKind, Find> = {
  send: ({ db }, survivorId, id) =>
    db
      .select({ customerId: sends.customerId, name: messages.name })
      .from(sends)
      .innerJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
      .where(and(inArray(sends.customerId, groupIds(survivorId)), eq(sends.id, id))),
  document: ({ db }, survivorId, id) =>
    db
      .select({ customerId: documents.customerId, name: documents.title })
      .from(documents)
      .where(and(inArray(documents.customerId, groupIds(survivorId)), eq(documents.id, id))),
  conversation: ({ db }, survivorId, id) =>
    db
      .select({ customerId: conversations.customerId, name: conversations.channel })
      .from(conversations)
      .where(and(inArray(conversations.customerId, groupIds(survivorId)), eq(conversations.id, id))),
}

export const linkColumnOf = (kind: TargetKind) => caseLinks[LINK_COLUMN[kind]]
