import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Account } from '@/scripts/postgres/account'
import { isRunning } from '@/scripts/postgres/processes'

export const SUPERUSER = 'retrato'
const PASSWORD_FILE = 'retrato-password'
const DRAFT = 'pgdata.draft-'

/** Locales for `--lc-ctype`; the first one that the operating system has is used. Postgres' built-in locale defines the sort order everywhere. */
const CTYPE_LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C']

type Initialisation = {
  dir: string
  binaries: string
  account: Account
  fast: boolean
  started: (pid: number) => void
}

/**
 * Creates `<dir>/pgdata` unless it exists. It works in a draft folder and renames it at the end, so that the data folder is either
 * complete or missing, even if this process is killed.
 */
export async function initialise(init: Initialisation): Promise<void> {
  const pgdata = path.join(init.dir, 'pgdata')
  removeDeadDrafts(init.dir)
  if (existsSync(pgdata)) return
  const draft = path.join(init.dir, `${DRAFT}${process.pid}-${randomBytes(4).toString('hex')}`)
  const password = randomBytes(24).toString('hex')
  const passwordFile = `${draft}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (init.account) chownSync(passwordFile, init.account.uid, init.account.gid)
  await runInitdb(init, draft, passwordFile)
  renameSync(passwordFile, path.join(draft, PASSWORD_FILE))
  renameDraft(draft, pgdata)
}

export function superuserPassword(dir: string): string {
  return readFileSync(path.join(dir, 'pgdata', PASSWORD_FILE), 'utf8')
}

async function runInitdb(init: Initialisation, draft: string, passwordFile: string): Promise<void> {
  let output = ''
  for (const ctype of CTYPE_LOCALES) {
    const args = [
      '-D',
      draft,
      '-U',
      SUPERUSER,
      '--pwfile',
      passwordFile,
      '--auth=scram-sha-256',
      '-E',
      'UTF8',
      '--no-instructions',
    ]
    args.push('--locale=C', `--lc-ctype=${ctype}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8')
    if (init.fast) args.push('--no-sync')
    const result = await run(path.join(init.binaries, 'bin', 'initdb'), args, init)
    if (result.code === 0) return
    output = result.output
    rmSync(draft, { recursive: true, force: true })
  }
  rmSync(passwordFile, { force: true })
  throw new Error(`Could not create the database folder ${init.dir}:\n${output}`)
}

function run(file: string, args: string[], init: Initialisation): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...init.account,
      cwd: init.dir,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
    if (child.pid) init.started(child.pid)
  })
}

function renameDraft(draft: string, pgdata: string): void {
  try {
    renameSync(draft, pgdata)
  } catch (error) {
    // Another process has created the folder in the meantime, so this draft is not needed.
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(pgdata)) throw error
  }
}

function removeDeadDrafts(dir: string): void {
  mkdirSync(dir, { recursive: true })
  for (const name of readdirSync(dir)) {
    const pid = Number(name.match(/^pgdata\.draft-(\d+)/)?.[1])
    if (pid && !isRunning(pid)) rmSync(path.join(dir, name), { recursive: true, force: true, maxRetries: 3 })
  }
}
