import { createHash, timingSafeEqual } from 'node:crypto'
import { Resend } from 'resend'
import { env } from '@/lib/env'
import { asObject, asText } from './lenient'

/** Webhooks have a few kB. Larger bodies are rejected. */
export const WEBHOOK_BYTES_MAX = 256 * 1024

type Verified = { eventId: string; body: unknown }

let resend: Resend | undefined

/** Verifies a webhook of Resend. Null if the signature is wrong or no secret is set. */
export const verifyResend = (raw: Buffer, headers: Headers): Verified | null =>
  verifySigned(raw, headers, env().RESEND_WEBHOOK_SECRET)

/** Verifies an event of the inbound webhook. Null if the signature is wrong or no secret is set. */
export const verifyInbound = (raw: Buffer, headers: Headers): Verified | null =>
  verifySigned(raw, headers, env().INBOUND_WEBHOOK_SECRET)

/** Verifies a signature in Svix's form with Resend's SDK, which accepts signatures of the last five minutes. */
function verifySigned(raw: Buffer, headers: Headers, webhookSecret: string | undefined): Verified | null {
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) => headers.get(`svix-${name}`))
  if (!webhookSecret || !id || !timestamp || !signature) return null
  // Verifying sends no request, so the key is not used.
  resend ??= new Resend(env().RESEND_API_KEY ?? 'unused')
  try {
    const body: unknown = resend.webhooks.verify({
      payload: raw.toString('utf8'),
      headers: { id, timestamp, signature },
      webhookSecret,
    })
    return { eventId: id, body }
  } catch {
    return null
  }
}

/** Zenvia does not sign its webhooks, so our subscription adds a secret header. An event without an id gets the digest of its bytes. */
export function verifyZenvia(raw: Buffer, headers: Headers): Verified | null {
  const token = env().ZENVIA_WEBHOOK_TOKEN
  if (!token || !sameText(headers.get('x-webhook-token') ?? '', token)) return null
  const body = parse(raw)
  return { eventId: asText(asObject(body).id) ?? digest(raw.toString('utf8')).toString('hex'), body }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares in constant time. */
const sameText = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))

function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch {
    return null
  }
}
