import { statSync } from 'node:fs'
import path from 'node:path'

/** Who Postgres runs as. Null means: as whoever runs this. */
export type Account = { uid: number; gid: number } | null

/** The traditional `nobody`, used as a bare number so that no account has to exist. */
const UNPRIVILEGED: Account = { uid: 65534, gid: 65534 }

/** Postgres refuses root. Root keeps the owner of an existing data folder, else takes an unprivileged account. */
export function accountFor(pgdata: string): Account {
  if (process.getuid?.() !== 0) return null
  const owner = ownerOf(pgdata)
  return owner && owner.uid !== 0 ? owner : UNPRIVILEGED
}

/** Whether the account may walk through every folder above `target`; a 0700 home of root stops it. */
export function canReach(account: Account, target: string): boolean {
  if (!account) return true
  for (let dir = path.dirname(target); ; dir = path.dirname(dir)) {
    if (!mayPass(account, dir)) return false
    if (dir === path.dirname(dir)) return true
  }
}

function mayPass(account: { uid: number; gid: number }, dir: string): boolean {
  const { uid, gid, mode } = statSync(dir)
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

function ownerOf(file: string): { uid: number; gid: number } | null {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats ? { uid: stats.uid, gid: stats.gid } : null
}
