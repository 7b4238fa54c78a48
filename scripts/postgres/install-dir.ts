import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { dataRoot } from '@/scripts/repo-root'
import { type Account, canReach } from '@/scripts/postgres/account'
import { CliError } from '@/scripts/cli-error'

/** A file in our data folder. It names the folder that is used instead if Postgres' account cannot reach our data folder. */
const RECORD = 'place.json'

/** Returns a folder that the account can reach: the preferred one, or one of the same name in `installDir`. */
export function reachableDir(account: Account, preferred: string): string {
  const dir = realPath(preferred)
  return canReach(account, dir) ? dir : path.join(installDir(account), path.basename(preferred))
}

/** Returns a folder outside the repository, which is chosen once. Its path is recorded before its first use, so that a crash cannot lose it. */
export function installDir(account: Account): string {
  const record = path.join(dataRoot(), RECORD)
  const known = recorded(record)
  const dir = known && canReach(account, known) ? known : candidate(account)
  if (dir !== known) writeFileSync(record, JSON.stringify({ outside: dir }))
  mkdirSync(dir, { recursive: true })
  chmodSync(dir, 0o711)
  return dir
}

function candidate(account: Account): string {
  const parent = ['/var/lib', '/var/tmp', '/tmp'].find((dir) => canReach(account, path.join(dir, 'x')) && writable(dir))
  if (!parent) throw new CliError('No folder found that an unprivileged Postgres could use; set RETRATO_DATA to one.')
  return path.join(parent, `retrato-${randomBytes(6).toString('hex')}`)
}

function recorded(record: string): string | null {
  if (!existsSync(record)) return null
  return (JSON.parse(readFileSync(record, 'utf8')) as { outside: string }).outside
}

function writable(dir: string): boolean {
  try {
    accessSync(dir, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Resolves symbolic links in the part of the path that exists, because the permissions of the real folders count. */
function realPath(target: string): string {
  if (existsSync(target)) return realpathSync(target)
  return path.join(realPath(path.dirname(target)), path.basename(target))
}
