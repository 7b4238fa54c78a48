import { newId } from '@/lib/values/ids'
import { ONCE } from '@/lib/kernel/once'

/** For a form whose action sets `once`: sent twice, the form acts once. Each time the form is rendered it gets another key. */
export const IdempotencyField = () => <input type="hidden" name={ONCE} value={newId()} />
