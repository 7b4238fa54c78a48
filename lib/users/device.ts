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

/** Enough for a person to recognise where they signed in; null when the browser does not say. */
export function deviceOf(userAgent: string | null): { browser: string; system: string } | null {
  const [browser, system] = [first(BROWSERS, userAgent ?? ''), first(SYSTEMS, userAgent ?? '')]
  return browser && system ? { browser, system } : null
}
