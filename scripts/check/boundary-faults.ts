import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { REPO_ROOT } from '@/scripts/repo-root'
import { breaches, sentence } from '@/scripts/check/boundaries'
import { foreignWritesIn } from '@/scripts/check/foreign-writes'
import { importsOfCheckout } from '@/scripts/check/imports'

/** Each import that breaks a boundary and each write to another owner's table, in words; empty when all is well. */
export async function boundaryFaults(): Promise<string[]> {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { cwd: REPO_ROOT, encoding: 'utf8' }).split('\n')
  return [
    ...breaches(await importsOfCheckout()).map(sentence),
    ...foreignWritesIn(
      REPO_ROOT,
      files.filter((file) => file && existsSync(path.join(REPO_ROOT, file))),
    ),
  ]
}
