import type { journeyMessages } from '@/db/schema'
import { env } from '@/lib/env'
import type { I18n } from '@/lib/i18n/translator'
import { fillIn } from '@/lib/sending/render'
import { smsParts } from '@/lib/values/sms-parts'

type Message = Pick<typeof journeyMessages.$inferSelect, 'channel' | 'subject' | 'body'>

/** As long as the token of a link. */
const EXAMPLE_TOKEN = 'x'.repeat(43)

/** Returns a message with an example name and `{{link}}`. `parts`: how many parts an SMS has with its link; null for other channels. */
export function previewOf({ channel, subject, body }: Message, t: I18n['t']) {
  const fill = {
    name: t('journeys.example.name'),
    company: env().COMPANY_NAME,
    documents: [t('journeys.example.document')],
  }
  const parts =
    channel === 'sms' ? smsParts(fillIn(body, { ...fill, link: `${env().APP_URL}/a/${EXAMPLE_TOKEN}` })) : null
  return { subject: subject && fillIn(subject, fill), body: fillIn(body, fill), parts }
}
