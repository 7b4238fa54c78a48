import { hostCookieName, isSecure } from '@/lib/access/host-cookie'

export const flashCookieName = () => hostCookieName('retrato-flash')

/** The `Set-Cookie` header that deletes the message. */
export const clearedFlash = () =>
  `${flashCookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`
