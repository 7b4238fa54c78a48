'use server'

import { AGENDA_RULES, toAgendaRule } from '@/lib/agenda/paths'
import { buttonAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { changeRule, createRule, disableRule, enableRule, retireRule } from './commands/rules'

const toRule = ({ ruleId }: { ruleId: string }) => toAgendaRule(ruleId)

export const createRuleAction = formAction(createRule, {
  redirectTo: toRule,
  flash: 'agenda_rule_created',
  repeatedFlash: 'saved_before',
})

export const changeRuleAction = formAction(changeRule, { redirectTo: toRule, flash: 'agenda_rule_changed' })

export const enableRuleAction = buttonAction(enableRule, { redirectTo: toRule, flash: 'agenda_rule_enabled' })

export const disableRuleAction = buttonAction(disableRule, { redirectTo: toRule, flash: 'agenda_rule_disabled' })

export const retireRuleAction = buttonAction(retireRule, {
  redirectTo: () => AGENDA_RULES,
  flash: 'agenda_rule_retired',
})
