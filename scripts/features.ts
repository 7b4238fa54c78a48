import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { REPO_ROOT } from '@/scripts/repo-root'
import { featuresIn, testsIn } from '@/scripts/features/read'

/** `npm run features`: prints each feature with the browser tests that show it, then the ids without a browser test. */
const features = featuresIn(readFileSync(path.join(REPO_ROOT, 'docs/features.md'), 'utf8'))
const tests = sourcesBelow('e2e').flatMap((file) => testsIn(readFileSync(file, 'utf8')))
const titlesOf = (id: string) => tests.filter(({ ids }) => ids.includes(id)).map(({ title }) => title)

for (const { id, text } of features) {
  const titles = titlesOf(id)
  if (titles.length) console.log(`${id}  ${text}\n${titles.map((title) => `      ✓ ${title}`).join('\n')}`)
}
const shown = features.filter(({ id }) => titlesOf(id).length)
const unknown = tests.flatMap(({ ids }) => ids).filter((id) => !features.some((feature) => feature.id === id))
console.log(
  `\nWithout a browser test: ${features
    .filter((feature) => !shown.includes(feature))
    .map(({ id }) => id)
    .join(' ')}`,
)
console.log(`${shown.length} of ${features.length} features are shown by ${tests.length} browser tests.`)
if (unknown.length) {
  console.error(`Not in docs/features.md: ${unknown.join(' ')}`)
  process.exitCode = 1
}

function sourcesBelow(folder: string): string[] {
  const root = path.join(REPO_ROOT, folder)
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.e2e.ts'))
    .map((file) => path.join(root, file))
}
