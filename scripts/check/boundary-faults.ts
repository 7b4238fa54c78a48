import { breaches, sentence } from '@/scripts/check/boundaries'
import { foreignWritesIn } from '@/scripts/check/foreign-writes'
import { importsOfCheckout, sourceFiles } from '@/scripts/check/imports'
import { REPO_ROOT } from '@/scripts/repo-root'

/** Each import that breaks a boundary and each write to another owner's table, in words; empty when all is well. */
export function boundaryFaults(): string[] {
  const files = sourceFiles()
  return [...breaches(importsOfCheckout(files)).map(sentence), ...foreignWritesIn(REPO_ROOT, files)]
}
