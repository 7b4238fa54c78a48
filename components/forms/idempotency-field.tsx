import { newId } from '@/lib/values/ids'
import { ONCE } from '@/lib/kernel/once'

/** Goes into a form whose action is `once`: pressed twice it acts once; each visit to the form has a key of its own. */
export const IdempotencyField = () => <input type="hidden" name={ONCE} value={newId()} />
