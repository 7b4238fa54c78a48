/** The URL of a certificate in another system; null unless it is safe to link to. */
export function certificateOf(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null
  return new URL(url).protocol === 'https:' ? url : null
}
