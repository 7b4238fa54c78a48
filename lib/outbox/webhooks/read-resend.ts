import type { WebhookEvent } from './webhook-event'
import { asDate, asObject, asText } from './lenient'

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

/**
 * https://resend.com/docs/webhooks/event-types. Only the type and the id of the e-mail are needed; any other field can be missing, null or
 * of another shape. Null when one of the two is missing.
 */
export function readResend(body: unknown): WebhookEvent | null {
  const { type: sentType, created_at: createdAt, data: sentData } = asObject(body)
  const data = asObject(sentData)
  const [type, providerId] = [asText(sentType), asText(data.email_id)]
  if (!type || !providerId) return null
  const bounce = asObject(data.bounce)
  const [bounceType, subType] = [asText(bounce.type), asText(bounce.subType)]
  const bounceCode = [bounceType, subType].filter(Boolean).join('/')
  return {
    provider: 'resend',
    providerId,
    deliveryId: tagOf(data.tags, 'delivery_id'),
    kind: KINDS[type] ?? null,
    occurredAt: asDate(createdAt) ?? asDate(data.created_at),
    rawCode: bounceCode ? `${type}:${bounceCode}` : type,
    suppress: suppressionOf(type, bounceType),
  }
}

/** A full mailbox (`Transient`) can be tried again; an address that does not exist cannot. */
function suppressionOf(type: string, bounceType: string | null): WebhookEvent['suppress'] {
  if (type === 'email.complained') return 'complained'
  if (type === 'email.suppressed') return 'bounced'
  return type === 'email.bounced' && (!bounceType || bounceType === 'Permanent') ? 'bounced' : null
}

/** Tags are an object, and in older reports a list. */
function tagOf(tags: unknown, name: string): string | null {
  if (Array.isArray(tags)) return asText(tags.map(asObject).find((tag) => tag.name === name)?.value)
  return asText(asObject(tags)[name])
}
