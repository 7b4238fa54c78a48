import { Resend } from 'resend'
import { assertOutsideTransaction } from '@/db/transactions'
import type { DeliveryPayload } from '@/db/schema/outbox'
import { scrub } from '@/lib/log-error'
import { retryAfter, type Transport, type Outcome, type OutboundMessage } from '@/lib/sending/transport'
import { oneClickUrl } from '@/lib/sending/links'
import { storage } from '@/lib/storage/storage'

type Settings = { key: string; baseUrl: string; from: string; perSecond: number }
type Answer = Awaited<ReturnType<Resend['emails']['send']>>

/** Sends e-mail through Resend's API with its SDK. Its idempotency keys are valid for 24 hours. */
export function resendTransport({ key, baseUrl, from, perSecond }: Settings): Transport {
  const resend = new Resend(key, { baseUrl })
  return {
    provider: 'resend',
    idempotent: true,
    perSecond,
    deliver: async (message, signal) => {
      assertOutsideTransaction('the mail provider')
      const attachments = await attached(message.payload)
      if (!attachments) return { kind: 'refused', code: 'attachment_missing' }
      return outcomeOf(
        await resend.emails.send({ from, ...mailOf(message), attachments }, { idempotencyKey: message.id, signal }),
      )
    },
  }
}

function mailOf({ id, sendId, customerId, payload }: OutboundMessage) {
  const { to, subject = '', text, html, unsubscribeUrl } = payload
  const tags = Object.entries({ delivery_id: id, send_id: sendId, customer_id: customerId })
  return {
    to,
    subject,
    text,
    html,
    tags: tags.flatMap(([name, value]) => (value ? [{ name, value }] : [])),
    headers: unsubscribeUrl
      ? {
          'List-Unsubscribe': `<${oneClickUrl(unsubscribeUrl)}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }
      : undefined,
  }
}

/** In base64, or null when a file is gone. */
async function attached({ attachments = [] }: DeliveryPayload) {
  const files = attachments.map(async ({ name, storageKey }) => {
    if (!(await storage().exists(storageKey))) return null
    return { filename: name, content: Buffer.from(await storage().getBytes(storageKey)).toString('base64') }
  })
  const read = await Promise.all(files)
  return read.includes(null) ? null : read.flatMap((file) => file ?? [])
}

/** The SDK reports a request without an answer by a missing status. https://resend.com/docs/api-reference/errors */
export function outcomeOf({ data, error, headers }: Answer): Outcome {
  if (data) return { kind: 'accepted', providerId: data.id }
  const detail = scrub(`${error.name}: ${error.message}`).slice(0, 200)
  const status = error.statusCode
  if (status === null || status >= 500 || error.name === 'concurrent_idempotent_requests')
    return { kind: 'unknown', detail }
  if (status === 429) return { kind: 'wait', seconds: retryAfter(headers?.['retry-after']), detail }
  // The key was used for a mail that differs: one of the two has left.
  if (error.name === 'invalid_idempotent_request') return { kind: 'refused', code: 'outcome_unknown', detail }
  if (status === 401 || status === 403) return { kind: 'refused', code: 'credentials', detail }
  return { kind: 'refused', code: 'rejected', detail }
}
