import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { REPO_ROOT } from '@/scripts/repo-root'

/** Older versions have known vulnerabilities. This list works without the advisory service. */
const AT_LEAST: Record<string, string> = { next: '16.3.4', 'drizzle-orm': '0.45.2', sharp: '0.35.4' }
/** Pre-releases may change in any way: only this version was tested. */
const EXACTLY: Record<string, string> = { 'next-auth': '5.0.0-beta.32' }

/** Returns one sentence for each installed package that is too old or has another version than the pinned one. */
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
  const file = path.join(REPO_ROOT, 'node_modules', name, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : null
}
