import { env } from '@/lib/env'

/** Whether people reach the portal over https. */
export const isSecure = () => env().APP_URL.startsWith('https:')

/**
 * The name of a cookie that only this host can have set. Browsers accept the prefix `__Host-` only with `Secure` and `Path=/` and without
 * `Domain`. Over http, on this machine, Safari drops `Secure` cookies, so the name has no prefix there.
 */
export const hostCookieName = (name: string) => (isSecure() ? `__Host-${name}` : name)

/** The options that every cookie of the portal has, and that `__Host-` requires. */
export const hostCookieOptions = (maxAge: number) =>
  ({ maxAge, httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/' }) as const
