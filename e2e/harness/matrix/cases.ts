import type { Access } from '@/lib/access/access'
import type { BuiltAction } from './build'
import { type Input, INPUTS } from './inputs'

/** One command of a server action, with fields that it accepts. `index` is its position in the list of all cases. */
export type ActionCase = Input & {
  label: string
  name: string
  id: string
  access: Access
  pages: string[]
  index: number
}

/** Returns every command of every action, in the order of the inputs. @throws Error if an action has no input, or an input has no action. */
export function casesOf(actions: readonly BuiltAction[]): ActionCase[] {
  const missing = actions.filter(({ name }) => !(name in INPUTS)).map(({ name }) => name)
  const unknown = Object.keys(INPUTS).filter((input) => !actions.some(({ name }) => name === input))
  if (missing.length || unknown.length)
    throw new Error(
      `e2e/harness/matrix/inputs.ts misses ${missing.join()} and has ${unknown.join()} without an action.`,
    )
  const cases = Object.entries(INPUTS).flatMap(([name, input]) => {
    const action = actions.find((candidate) => candidate.name === name)!
    return (Array.isArray(input) ? input : [input]).map((each) => caseOf(action, each))
  })
  for (const { name, access } of actions)
    for (const needed of access)
      if (!cases.some((candidate) => candidate.name === name && candidate.access === needed))
        throw new Error(`e2e/harness/matrix/inputs.ts has no input of ${name} that needs ${needed}.`)
  return cases.map((actionCase, index) => ({ ...actionCase, index }))
}

function caseOf(action: BuiltAction, input: Input): Omit<ActionCase, 'index'> {
  const { intent, access = action.access[0]! } = input
  if (!action.access.includes(access)) throw new Error(`${action.name} offers nothing that needs ${access}`)
  return { ...action, ...input, access, label: intent ? `${action.name} (${intent})` : action.name }
}
