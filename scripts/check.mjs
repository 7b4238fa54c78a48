import { ready } from './ready.mjs'

await ready()
await import('./check/main.ts')
