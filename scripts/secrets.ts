import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { dataRoot } from '@/scripts/repo-root'

export type Secrets = {
  appRolePassword: string
  authSecret: string
  /** 32 bytes in base64. Encrypts the keys of the customers; without it the encrypted values in the history cannot be read. */
  dataKey: string
  /** 32 bytes in base64. Encrypts the bound arguments of server actions; it is part of the build. */
  actionsKey: string
}

/** Returns the secrets of this installation, which are created on the first start. APP_ROLE_PASSWORD takes precedence over the stored one. */
export function secrets(): Secrets {
  const file = path.join(dataRoot(), 'secrets.json')
  if (!existsSync(file)) writeOnce(file, JSON.stringify(freshSecrets(), null, 2))
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Secrets
  return { ...stored, appRolePassword: process.env.APP_ROLE_PASSWORD || stored.appRolePassword }
}

export function freshSecrets(): Secrets {
  const key = () => randomBytes(32).toString('base64')
  return { appRolePassword: randomBytes(24).toString('hex'), authSecret: key(), dataKey: key(), actionsKey: key() }
}

/** Writes a file that is either complete or missing after a crash. If two processes write at once, the first one wins. */
function writeOnce(file: string, text: string): void {
  const draft = `${file}.${process.pid}`
  const handle = openSync(draft, 'w', 0o600)
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
