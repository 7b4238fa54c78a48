import { statSync } from 'node:fs'
import path from 'node:path'

/** The account that Postgres runs as; null means the current user. */
export type Account = { uid: number; gid: number } | null

/** The traditional number of `nobody`; no such account has to exist. */
const UNPRIVILEGED: Account = { uid: 65534, gid: 65534 }

/** Postgres refuses to run as root. For root this returns the owner of an existing data folder, or an unprivileged account. */
export function accountFor(pgdata: string): Account {
  if (process.getuid?.() !== 0) return null
  const owner = ownerOf(pgdata)
  return owner && owner.uid !== 0 ? owner : UNPRIVILEGED
}

/** Whether the account may enter every folder above `target`. It may not enter `/root`, for example. */
export function canReach(account: Account, target: string): boolean {
  if (!account) return true
  for (let dir = path.dirname(target); ; dir = path.dirname(dir)) {
    if (!canEnter(account, dir)) return false
    if (dir === path.dirname(dir)) return true
  }
}

function canEnter(account: { uid: number; gid: number }, dir: string): boolean {
  const { uid, gid, mode } = statSync(dir)
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

function ownerOf(file: string): { uid: number; gid: number } | null {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats ? { uid: stats.uid, gid: stats.gid } : null
}
