import { breaches, sentence } from '@/scripts/check/boundaries'
import { foreignWritesIn } from '@/scripts/check/foreign-writes'
import { importsOfCheckout, sourceFiles } from '@/scripts/check/imports'
import { REPO_ROOT } from '@/scripts/repo-root'

/** Returns one message for each import that breaks a boundary and each write to another owner's table. */
export function boundaryFaults(): string[] {
  const files = sourceFiles()
  return [...breaches(importsOfCheckout(files)).map(sentence), ...foreignWritesIn(REPO_ROOT, files)]
}
