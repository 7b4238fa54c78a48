import { createHash, timingSafeEqual } from 'node:crypto'
import { Resend } from 'resend'
import { env } from '@/lib/env'
import { readZenvia } from './read-zenvia'

/** Reports are a few kB; what is longer is none. */
export const REPORT_BYTES_MAX = 256 * 1024

type Verified = { eventId: string; body: unknown }

let resend: Resend | undefined

/** By Resend's own verifier, over the bytes as they came and at most five minutes old. Null: not theirs, or no secret is set. */
export function signedByResend(raw: Buffer, headers: Headers): Verified | null {
  const webhookSecret = env().RESEND_WEBHOOK_SECRET
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) => headers.get(`svix-${name}`))
  if (!webhookSecret || !id || !timestamp || !signature) return null
  // Verifying asks nobody: the key is not used.
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

/** Zenvia signs nothing: the subscription carries a secret of ours. `eventId` is empty for events we do not read. */
export function sentByZenvia(raw: Buffer, headers: Headers): Verified | null {
  const token = env().ZENVIA_WEBHOOK_TOKEN
  if (!token || !sameText(headers.get('x-webhook-token') ?? '', token)) return null
  const body = parse(raw)
  return { eventId: readZenvia(body)?.eventId ?? '', body }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** In the same time wherever they differ. */
const sameText = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))

function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch {
    return null
  }
}
