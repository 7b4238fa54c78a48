import { env } from '@/lib/env'

/** The page on which anybody can verify an acceptance. */
export const verifyUrl = (protocol: string): string => `${env().APP_URL}/verify?protocol=${protocol}`
