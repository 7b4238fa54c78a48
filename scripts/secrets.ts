import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { dataRoot } from '@/scripts/repo-root'

export type Secrets = {
  appRolePassword: string
  authSecret: string
  /** 32 bytes in base64: wraps the per-customer keys. Losing it loses what the history sealed. */
  dataKey: string
  /** 32 bytes in base64: encrypts what server actions carry; part of the build. */
  actionsKey: string
}

/** The secrets of this installation, made on the first start and kept for good; APP_ROLE_PASSWORD comes before the kept one. */
export function secrets(): Secrets {
  const file = path.join(dataRoot(), 'secrets.json')
  if (!existsSync(file)) writeOnce(file, JSON.stringify(freshSecrets(), null, 2))
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Secrets
  return { ...kept, appRolePassword: process.env.APP_ROLE_PASSWORD || kept.appRolePassword }
}

export function freshSecrets(): Secrets {
  const key = () => randomBytes(32).toString('base64')
  return { appRolePassword: randomBytes(24).toString('hex'), authSecret: key(), dataKey: key(), actionsKey: key() }
}

/** Whole or absent after a crash, and the first of two writers wins. */
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
