import { insertRule, lockRule, readRules, RULES_MAX, updateRule, type AgendaRule } from '@/lib/agenda/rules'
import { command, succeed, type CommandEvent } from '@/lib/kernel/command'
import { conflict, invalid, notFound, refused } from '@/lib/kernel/result'
import { contentFor, newRule, oneRule, ruleChange } from '../schema'

/**
 * Adds a rule, which is switched off at first. Refusals: `agenda.too_many_rules`; at fields: `agenda.days_needed`, `agenda.bad_filter`,
 * `agenda.unknown_placeholder`.
 */
export const createRule = command({
  event: 'agenda_rule.created',
  permission: 'agenda.configure',
  input: newRule,
  run: async (ctx, { kind, days, filter, ...form }) => {
    if ((await readRules(ctx.db)).length >= RULES_MAX) return refused('agenda.too_many_rules')
    const content = contentFor(kind, { days, filter })
    if (!content.ok) return invalid(content.fields)
    const rule = { ...form, ...content.value }
    const ruleId = await insertRule(ctx, { kind, ...rule })
    return succeed({ ruleId }, about(ruleId, { ruleKind: kind, before: null, after: recorded(rule) }))
  },
})

/** Changes a rule; the reasons that it has generated stay as they are. Refusals: `stale`, and those at the fields of `createRule`. */
export const changeRule = command({
  event: 'agenda_rule.changed',
  permission: 'agenda.configure',
  input: ruleChange,
  run: async (ctx, { ruleId, version, days, filter, ...form }) => {
    const rule = await lockRule(ctx, ruleId)
    if (!rule) return notFound()
    if (rule.version !== version) return conflict('stale', { name: rule.name, message: rule.message })
    const content = contentFor(rule.kind, { days, filter })
    if (!content.ok) return invalid(content.fields)
    const next = { ...form, ...content.value }
    await updateRule(ctx, rule, next)
    return succeed({ ruleId }, about(ruleId, { before: recorded(rule), after: recorded(next) }))
  },
})

/** Switches a rule on or off. Doing so twice changes nothing. Refusal: `stale`. */
const switchRule = (enabled: boolean) =>
  command({
    event: enabled ? 'agenda_rule.enabled' : 'agenda_rule.disabled',
    permission: 'agenda.configure',
    input: oneRule,
    run: async (ctx, { ruleId, version }) => {
      const rule = await lockRule(ctx, ruleId)
      if (!rule) return notFound()
      if (rule.enabled === enabled) return succeed({ ruleId })
      if (rule.version !== version) return conflict('stale')
      await updateRule(ctx, rule, { enabled })
      return succeed({ ruleId }, about(ruleId, { name: rule.name }))
    },
  })

export const enableRule = switchRule(true)
export const disableRule = switchRule(false)

/** Removes a rule: it generates nothing any more. Its reasons stay. Refusal: `stale`. */
export const retireRule = command({
  event: 'agenda_rule.retired',
  permission: 'agenda.configure',
  input: oneRule,
  run: async (ctx, { ruleId, version }) => {
    const rule = await lockRule(ctx, ruleId)
    if (!rule) return notFound()
    if (rule.version !== version) return conflict('stale')
    await updateRule(ctx, rule, { enabled: false, retiredAt: ctx.now, retiredBy: ctx.viewer.userId })
    return succeed({ ruleId }, about(ruleId, { name: rule.name }))
  },
})

type Content = Pick<AgendaRule, 'name' | 'days' | 'openDays' | 'message' | 'filter'>

const recorded = ({ name, days, openDays, message, filter }: Content) => ({
  ...{ name, days, openDays, message },
  ...(filter && { filter }),
})

const about = (ruleId: string, details: Record<string, unknown>): CommandEvent => ({
  customerId: null,
  subject: `agenda_rule:${ruleId}`,
  details,
})
