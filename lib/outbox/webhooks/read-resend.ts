import { z } from 'zod'
import type { WebhookEvent } from './webhook-event'

const tags = z.union([z.record(z.string(), z.string()), z.array(z.object({ name: z.string(), value: z.string() }))])

const body = z.object({
  type: z.string(),
  created_at: z.coerce.date(),
  data: z.object({
    email_id: z.string(),
    tags: tags.optional(),
    bounce: z.object({ type: z.string().optional(), subType: z.string().optional() }).optional(),
  }),
})

const KINDS: Record<string, WebhookEvent['kind']> = {
  'email.sent': 'sent',
  'email.delivered': 'delivered',
  'email.opened': 'opened',
  'email.clicked': 'clicked',
  'email.bounced': 'bounced',
  'email.suppressed': 'bounced',
  'email.complained': 'complained',
  'email.failed': 'failed',
}

/** Reads Resend's events about e-mails (https://resend.com/docs/webhooks/event-types); null for anything else. */
export function readResend(sent: unknown): WebhookEvent | null {
  const parsed = body.safeParse(sent)
  if (!parsed.success) return null
  const { type, created_at: occurredAt, data } = parsed.data
  const bounce = [data.bounce?.type, data.bounce?.subType].filter(Boolean).join('/')
  return {
    provider: 'resend',
    providerId: data.email_id,
    deliveryId: tagOf(data.tags, 'delivery_id'),
    kind: KINDS[type] ?? null,
    occurredAt,
    rawCode: bounce ? `${type}:${bounce}` : type,
    suppress: suppressionOf(type, data.bounce?.type),
  }
}

/** A full mailbox (`Transient`) can be tried again; an address that does not exist cannot. */
function suppressionOf(type: string, bounceType: string | undefined): WebhookEvent['suppress'] {
  if (type === 'email.complained') return 'complained'
  if (type === 'email.suppressed') return 'bounced'
  return type === 'email.bounced' && (!bounceType || bounceType === 'Permanent') ? 'bounced' : null
}

/** Tags are an object, or a list in older events. */
function tagOf(found: z.output<typeof tags> | undefined, name: string): string | null {
  if (Array.isArray(found)) return found.find((tag) => tag.name === name)?.value ?? null
  return found?.[name] ?? null
}
