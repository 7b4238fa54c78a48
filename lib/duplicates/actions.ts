'use server'

import { buttonAction, intent, intentAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { dismissPair, dismissPairs } from './commands/dismiss'
import { reopenPair } from './commands/reopen'
import { disableRule, enableRule } from './commands/rule'
import { DUPLICATE_FORM, DUPLICATES, pairLinkId } from './paths'
import type { PairIds } from './policy'

const undo = ({ customerId, otherId }: PairIds) => ({
  form: DUPLICATE_FORM,
  intent: `reopen:${customerId}:${otherId}`,
  focus: pairLinkId(customerId, otherId),
})

export const dismissPairAction = formAction(dismissPair, {
  redirectTo: () => DUPLICATES,
  flash: 'duplicate_dismissed',
  undo,
})

export const dismissPairsAction = formAction(dismissPairs, {
  redirectTo: () => DUPLICATES,
  flash: ({ skipped }) => (skipped ? 'duplicates_dismissed_in_part' : 'duplicates_dismissed'),
})

export const enableRuleAction = buttonAction(enableRule, { flash: 'duplicate_rule_enabled' })

export const disableRuleAction = buttonAction(disableRule, { flash: 'duplicate_rule_disabled' })

/** The buttons that decide about one pair at once. */
export const duplicateAction = intentAction({
  dismiss: intent(dismissPair, ['customerId', 'otherId', 'evidence'], { flash: 'duplicate_dismissed', undo }),
  reopen: intent(reopenPair, ['customerId', 'otherId'], { flash: 'duplicate_reopened' }),
})
