import type { Reader } from '@/db/handles'
import type { takeTry } from '@/lib/access/rate-limit'
import type { viewerOfSession } from '@/lib/access/session'
import type { record } from '@/lib/audit/record'
import type { recordCancellation } from '@/lib/consents/record-cancellation'
import type { lockCustomer } from '@/lib/customer-group/lock'
import type { renameCustomer } from '@/lib/customers/commands/rename'
import type { isTaxIdTaken } from '@/lib/customers/taken'
import type { enqueue } from '@/lib/jobs/boss'
import type { Ctx, PublicContext, WriteCtx } from '@/lib/kernel/context'
import type { claimReplay, findReplay } from '@/lib/kernel/idempotency'
import type { listContactAnswers } from '@/lib/profile/contact-answers'
import type { getProfile } from '@/lib/profile/header'
import type { searchCustomers } from '@/lib/search/search-customers'
import type { listRecipients } from '@/lib/sending/recipients'
import type { planSend } from '@/lib/sending/plan-send'
import type { preferenceFor, suppressionsOf } from '@/lib/sending/reach'
import type { recheckSends } from '@/lib/sending/recheck-sends'
import type { inviteUser } from '@/lib/users/commands/invite'

/** Type checks as if `handle` were passed to a function of this type as its first argument. */
type Pass = <F extends (handle: never, ...rest: never[]) => unknown>(handle: Parameters<F>[0]) => void

/** Only type-checked, never run: each line below a mark must not compile, because it decides something with a reader. */
export function onlyThePrimaryDecides(pass: Pass, read: Ctx, write: WriteCtx, reader: Reader) {
  pass<typeof getProfile>(read)
  pass<typeof searchCustomers>(read)
  // A query runs inside a command's transaction and sees what the command has written.
  pass<typeof getProfile>(write)
  pass<typeof renameCustomer>(write)

  // @ts-expect-error A command.
  pass<typeof renameCustomer>(read)
  // @ts-expect-error A send.
  pass<typeof planSend>(read)
  // @ts-expect-error The second check of planned sends.
  pass<typeof recheckSends>(reader)
  // @ts-expect-error The possible recipients of a send.
  pass<typeof listRecipients>(read)
  // @ts-expect-error Whether a customer may be contacted.
  pass<typeof listContactAnswers>(read)
  // @ts-expect-error The customer's preference, which a send must respect.
  pass<typeof preferenceFor>(read)
  // @ts-expect-error Suppressed addresses.
  pass<typeof suppressionsOf>(read)
  // @ts-expect-error A change of consent.
  pass<typeof recordCancellation>(reader)
  // @ts-expect-error Whether a tax id is taken.
  pass<typeof isTaxIdTaken>(read)
  // @ts-expect-error Whether an e-mail address is taken.
  pass<typeof inviteUser>(read)
  // @ts-expect-error Whether a form was sent before.
  pass<typeof findReplay>(read)
  // @ts-expect-error Claiming the idempotency key of a form.
  pass<typeof claimReplay>(read)
  // @ts-expect-error A rate limit.
  pass<typeof takeTry>(reader)
  // @ts-expect-error A lock.
  pass<typeof lockCustomer>(read)
  // @ts-expect-error The history.
  pass<typeof record>(reader)
  // @ts-expect-error A job.
  pass<typeof enqueue>(reader)
  // @ts-expect-error A request without a session, which checks a token or a password.
  const visit: PublicContext['db'] = reader
  // @ts-expect-error A session.
  const session: Parameters<typeof viewerOfSession>[1] = reader
  return [visit, session]
}
