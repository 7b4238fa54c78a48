import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process'
import { REPO_ROOT } from '@/scripts/repo-root'
import { CliError } from '@/scripts/cli-error'

/** Where the output of a child process goes: to our own output, to a pipe, to an open file, or a choice for each stream. */
export type Output = 'inherit' | 'pipe' | number | StdioOptions
export type Environment = Record<string, string | undefined>

/** Starts a Node program in its own process group, so that Ctrl-C reaches only the launcher, which stops its children in order. */
export function spawnNode(args: string[], env: Environment, output: Output): ChildProcess {
  const full = { ...env } as unknown as NodeJS.ProcessEnv
  const stdio: StdioOptions = Array.isArray(output) ? output : ['ignore', output as 'pipe', output as 'pipe']
  return spawn(process.execPath, args, { cwd: REPO_ROOT, env: full, detached: true, stdio })
}

/**
 * Runs a Node program and returns its output.
 * @throws CliError with the output if the exit code is not 0.
 */
export function runNode(args: string[], env: Environment, started: (pid: number) => void): Promise<string> {
  const child = spawnNode(args, env, 'pipe')
  if (child.pid) started(child.pid)
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) =>
      code === 0 ? resolve(output) : reject(new CliError(`${output}\n(ended with ${code ?? signal})`)),
    )
  })
}
