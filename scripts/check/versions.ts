import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CHECKOUT } from '@/scripts/checkout'

/** Versions below these have known holes; the advisory service is not always there to ask. */
const AT_LEAST: Record<string, string> = { next: '16.3.4', 'drizzle-orm': '0.45.2', sharp: '0.35.4' }
/** Pre-releases change without notice: exactly this one was tried. */
const EXACTLY: Record<string, string> = { 'next-auth': '5.0.0-beta.32' }

/** One sentence per installed package that is too old, or not the pinned one. */
export function versionFaults(installed: (name: string) => string | null = installedVersion): string[] {
  const old = Object.entries(AT_LEAST).filter(([name, least]) => isOlder(installed(name), least))
  const other = Object.entries(EXACTLY).filter(([name, exact]) => installed(name) !== exact)
  return [
    ...old.map(([name, least]) => `${name} ${installed(name)} is older than ${least}`),
    ...other.map(([name, exact]) => `${name} ${installed(name)} is not ${exact}`),
  ]
}

function isOlder(version: string | null, least: string): boolean {
  if (!version) return false
  const [have, want] = [version, least].map((text) => text.split(/[.-]/).slice(0, 3).map(Number))
  const at = have!.findIndex((part, index) => part !== want![index])
  return at >= 0 && have![at]! < want![at]!
}

function installedVersion(name: string): string | null {
  const file = path.join(CHECKOUT, 'node_modules', name, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : null
}
