import { env } from '@/lib/env'

/** Next lets a missing Origin and a forged X-Forwarded-Host pass; only the configured address may post here. */
export const isSameOrigin = (origin: string | null) => origin === new URL(env().APP_URL).origin
