import { ready } from './ready.mjs'

await ready()
await import('./portal/main.ts')
