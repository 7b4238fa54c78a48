import { breaches, sentence } from '@/scripts/check/boundaries'
import { importsOfCheckout } from '@/scripts/check/imports'

/** Part of `npm run lint`: prints each import that breaks a boundary. */
importsOfCheckout().then(
  (imports) => {
    const broken = breaches(imports)
    console.log([...broken.map(sentence), `${imports.length} imports checked.`].join('\n'))
    process.exitCode = broken.length ? 1 : 0
  },
  () => process.exit(1),
)
