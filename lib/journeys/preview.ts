import { env } from '@/lib/env'
import type { I18n } from '@/lib/i18n/translator'
import { fillIn } from '@/lib/sending/render'

/** A message as a customer would read it, with an example name. The link stays a placeholder. */
export function previewOf({ subject, body }: { subject: string | null; body: string }, t: I18n['t']) {
  const fill = {
    name: t('journeys.example.name'),
    company: env().COMPANY_NAME,
    documents: [t('journeys.example.document')],
  }
  return { subject: subject && fillIn(subject, fill), body: fillIn(body, fill) }
}
