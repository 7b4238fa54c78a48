import { env } from '@/lib/env'

/** Where anybody verifies an acceptance. */
export const verifyUrl = (protocol: string): string => `${env().APP_URL}/verify?protocol=${protocol}`
