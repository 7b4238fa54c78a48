const BASE = 'http://portal.invalid'

/** A path of this portal to go back to, or the fallback: never another host, scheme or a control character. */
export function safePath(wanted: unknown, fallback: string): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || /[\\\u0000-\u001f]/.test(wanted)) return fallback
  try {
    const url = new URL(wanted, BASE)
    if (url.origin !== BASE || url.pathname.startsWith('//')) return fallback
    return url.pathname + url.search + url.hash
  } catch {
    return fallback
  }
}
