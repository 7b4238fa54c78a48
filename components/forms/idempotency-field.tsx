import { newId } from '@/lib/values/ids'
import { IDEMPOTENCY_FIELD } from '@/lib/kernel/idempotency'

/**
 * For a form with an idempotent action: a form that is sent twice acts once. Each rendering of the form has a new key.
 */
export const IdempotencyField = () => <input type="hidden" name={IDEMPOTENCY_FIELD} value={newId()} />
