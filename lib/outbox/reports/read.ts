import { readOffline } from './read-offline'
import { readResend } from './read-resend'
import { readZenvia } from './read-zenvia'
import type { Provider, Report } from './report'

const READERS: Record<Provider, (body: unknown) => Report | null> = { offline: readOffline, resend: readResend, zenvia: readZenvia }

export const readReport = (provider: Provider, body: unknown): Report | null => READERS[provider](body)
