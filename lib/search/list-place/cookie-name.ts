import { hostCookieName, isSecure } from '@/lib/access/host-cookie'

export const listPlaceCookie = () => hostCookieName('retrato-list')

/** The `Set-Cookie` header that remembers a place, so that it survives forms and links that do not repeat it. */
export const rememberedPlace = (place: string) =>
  `${listPlaceCookie()}=${place}; Path=/; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`
