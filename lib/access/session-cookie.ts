import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { env } from '@/lib/env'
import { hostCookieName } from './host-cookie'

export const sessionCookieName = () => hostCookieName('retrato-session')

// Decrypting a cookie costs more than reading its row from the database, and its content never changes.
const opened = new Map<string, string>()
const OPENED_MAX = 5_000

/** The session id in the encrypted cookie of this request, or null. Only the session's row says whether it is live. */
export async function sessionIdOfRequest(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value
  if (!token) return null
  const known = opened.get(token)
  if (known) return known
  const sessionId = await open(token)
  if (!sessionId) return null
  if (opened.size >= OPENED_MAX) opened.clear()
  opened.set(token, sessionId)
  return sessionId
}

async function open(token: string): Promise<string | null> {
  try {
    const content = await decode({ token, secret: env().AUTH_SECRET, salt: sessionCookieName() })
    return typeof content?.sid === 'string' ? content.sid : null
  } catch {
    return null
  }
}
