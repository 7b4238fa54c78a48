import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { env } from '@/lib/env'

/** A browser takes a `__Host-` cookie only over https, from this very host. */
export const isSecure = () => env().APP_URL.startsWith('https:')
export const sessionCookieName = () => (isSecure() ? '__Host-retrato-session' : 'retrato-session')

// Opening a cookie costs more than asking the database for its row, and its content never changes.
const opened = new Map<string, string>()
const OPENED_MAX = 5_000

/** The session id in this request's sealed cookie, or null. Whether the session lives is for its row to say. */
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
