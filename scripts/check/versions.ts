import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { REPO_ROOT } from '@/scripts/repo-root'

/** Older versions have known vulnerabilities. This list works without access to an advisory service. */
const AT_LEAST: Record<string, string> = { next: '16.3.4', 'drizzle-orm': '0.45.2', sharp: '0.35.4' }
/** A pre-release may change in any way; only this version was tested. */
const EXACTLY: Record<string, string> = { 'next-auth': '5.0.0-beta.32' }

/** Returns one sentence for each installed package that is too old or has another version than the pinned one. */
export function versionFaults(installed: (name: string) => string | null = installedVersion): string[] {
  const old = Object.entries(AT_LEAST).filter(([name, minimum]) => isOlder(installed(name), minimum))
  const other = Object.entries(EXACTLY).filter(([name, exact]) => installed(name) !== exact)
  return [
    ...old.map(([name, minimum]) => `${name} ${installed(name)} is older than ${minimum}`),
    ...other.map(([name, exact]) => `${name} ${installed(name)} is not ${exact}`),
  ]
}

function isOlder(version: string | null, minimum: string): boolean {
  if (!version) return false
  const [have, want] = [version, minimum].map((text) => text.split(/[.-]/).slice(0, 3).map(Number))
  const index = have!.findIndex((part, at) => part !== want![at])
  return index >= 0 && have![index]! < want![index]!
}

function installedVersion(name: string): string | null {
  const file = path.join(REPO_ROOT, 'node_modules', name, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : null
}
