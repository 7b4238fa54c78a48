import { breaches } from '@/scripts/check/boundaries'
import { importsOfCheckout } from '@/scripts/check/imports'

/** Part of `npm run lint`: prints each import that breaks a boundary. */
importsOfCheckout().then((imports) => {
  for (const { rule, edges } of breaches(imports)) {
    process.exitCode = 1
    console.error(`${rule}:\n${edges.map(({ from, to }) => `  ${from} → ${to}`).join('\n')}`)
  }
  console.log(`${imports.length} imports checked.`)
})
