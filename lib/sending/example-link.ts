import { env } from '@/lib/env'

/** A link as long as a real one, to count the characters of a message before it is sent. */
export const exampleLink = (): string => `${env().APP_URL}/a/${'x'.repeat(43)}`
