import type { Access } from '@/lib/access/access'
import type { BuiltAction } from './build'
import { type Input, INPUTS } from './inputs'

/** One command that a server action offers, with fields that it accepts. `place` is its place in the list. */
export type ActionCase = Input & {
  label: string
  name: string
  id: string
  access: Access
  pages: string[]
  place: number
}

/** Every command of every action, in the order of the inputs. @throws Error when the inputs miss one, or have one too many. */
export function casesOf(actions: readonly BuiltAction[]): ActionCase[] {
  const missing = actions.filter(({ name }) => !(name in INPUTS)).map(({ name }) => name)
  const unknown = Object.keys(INPUTS).filter((input) => !actions.some(({ name }) => name === input))
  if (missing.length || unknown.length)
    throw new Error(
      `e2e/harness/matrix/inputs.ts misses ${missing.join()} and has ${unknown.join()} without an action.`,
    )
  const cases = Object.entries(INPUTS).flatMap(([name, input]) => {
    const action = actions.find((one) => one.name === name)!
    return (Array.isArray(input) ? input : [input]).map((one) => caseOf(action, one))
  })
  for (const { name, access } of actions)
    for (const needed of access)
      if (!cases.some((one) => one.name === name && one.access === needed))
        throw new Error(`e2e/harness/matrix/inputs.ts has no input of ${name} that needs ${needed}.`)
  return cases.map((one, place) => ({ ...one, place }))
}

function caseOf(action: BuiltAction, input: Input): Omit<ActionCase, 'place'> {
  const { intent, access = action.access[0]! } = input
  if (!action.access.includes(access)) throw new Error(`${action.name} offers nothing that needs ${access}`)
  return { ...action, ...input, access, label: intent ? `${action.name} (${intent})` : action.name }
}
