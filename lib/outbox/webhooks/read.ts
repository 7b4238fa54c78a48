import { readOffline } from './read-offline'
import { readResend } from './read-resend'
import { readZenvia } from './read-zenvia'
import type { Provider, Report } from './report'

const READERS: Record<Provider, (body: unknown) => Report | null> = {
  offline: readOffline,
  resend: readResend,
  zenvia: readZenvia,
}

const ID_MAX = 200
const FIRST_YEAR = 2020

/** Null for what is no report, and for one whose ids or date nobody would give. Nothing has happened in the future: clocks differ. */
export function readReport(provider: Provider, body: unknown): Report | null {
  const report = READERS[provider](body)
  if (!report || (report.providerId?.length ?? 0) > ID_MAX || report.occurredAt.getUTCFullYear() < FIRST_YEAR)
    return null
  return {
    ...report,
    rawCode: report.rawCode.slice(0, ID_MAX),
    occurredAt: new Date(Math.min(report.occurredAt.getTime(), Date.now())),
  }
}
