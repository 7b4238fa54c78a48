import type { journeyMessages } from '@/db/schema'
import { env } from '@/lib/env'
import type { I18n } from '@/lib/i18n/translator'
import type { Purpose } from '@/lib/contact-policy/policy'
import { exampleLink } from '@/lib/sending/example-link'
import { optOutTextOf } from '@/lib/sending/opt-out-text'
import { fillIn } from '@/lib/sending/render'
import { withOptOutText } from '@/lib/sending/with-opt-out'

type Message = Pick<typeof journeyMessages.$inferSelect, 'channel' | 'subject' | 'body'>

/** Returns a message with an example name and `{{link}}`. `sms`: the text of an SMS with its link; null for other channels. */
export function previewOf({ channel, subject, body }: Message, purpose: Purpose, t: I18n['t']) {
  const fill = {
    name: t('journeys.example.name'),
    company: env().COMPANY_NAME,
    documents: [t('journeys.example.document')],
  }
  const optOut = optOutTextOf(channel, purpose)
  const sms = { fill: { ...fill, link: exampleLink() }, optOut }
  return {
    subject: subject && fillIn(subject, fill),
    body: fillIn(body, fill),
    sms: channel === 'sms' ? { ...sms, text: withOptOutText(fillIn(body, sms.fill), optOut) } : null,
  }
}
