const BROWSERS: [string, RegExp][] = [
  ['Edge', /Edg\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrome\/|CriOS\//],
  ['Safari', /Safari\//],
]

const SYSTEMS: [string, RegExp][] = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh/],
  ['Linux', /Linux/],
]

const first = (table: [string, RegExp][], text: string) => table.find(([, pattern]) => pattern.test(text))?.[0]

/** The browser and system of a session, so that a person recognises their device; null for an unknown browser. */
export function deviceOf(userAgent: string | null): { browser: string; system: string } | null {
  const [browser, system] = [first(BROWSERS, userAgent ?? ''), first(SYSTEMS, userAgent ?? '')]
  return browser && system ? { browser, system } : null
}
