import { addressedName } from '@/lib/customer-group/shown-name'
import { env } from '@/lib/env'
import type { I18n } from '@/lib/i18n/translator'
import type { Purpose } from '@/lib/contact-policy/policy'
import { exampleLink } from '@/lib/sending/example-link'
import { optOutTextOf } from '@/lib/sending/opt-out-text'
import { fillIn } from '@/lib/sending/render'
import { withOptOutText } from '@/lib/sending/with-opt-out'
import { smsTexts } from './sms-words'

type Composed = {
  customer: Parameters<typeof addressedName>[0]
  purpose: Purpose
  /** The titles of the documents that are sent when the form is not changed. */
  documents: string[]
  messages: { id: string; body: string }[]
}

/** The texts of an SMS form as they will be sent, for `SmsCount`. The first message is the chosen one at the beginning. */
export function smsComposition({ customer, purpose, documents, messages }: Composed, t: I18n['t']) {
  const fill = { name: addressedName(customer), company: env().COMPANY_NAME, documents, link: exampleLink() }
  const optOut = optOutTextOf('sms', purpose)
  const templates = Object.fromEntries(messages.map(({ id, body }) => [id, body]))
  const initial = withOptOutText(fillIn(messages[0]?.body ?? '', fill), optOut)
  return { templates, fill, optOut, initial, texts: smsTexts(t) }
}
