import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { withAccess, type Access } from '@/lib/access/access'
import type { Command } from '@/lib/kernel/command'
import { codeOf } from '@/lib/kernel/result'
import { setFlash, type Flash } from './flash'
import { announce, attempt, readForm, type Options } from './form-action'
import { currentPath } from './page'
import { safePath } from './safe-path'

type ButtonOptions<T> = Pick<Options<T>, 'flash' | 'onSuccess' | 'undo'> & {
  /** The page after success; by default the current page. */
  redirectTo?: (value: T) => string
}

/** The action of a form that is only a button: a refusal is shown as a message on the same page. */
export function buttonAction<T>(run: Command<T>, options: ButtonOptions<T> = {}) {
  const action = async (form: FormData): Promise<void> => press(run, await readSent(form), options)
  return withAccess(action, run.permission)
}

/** One of several buttons of a form: the fields that its value contains, in order, and the function that runs with them. */
type Intent = { access: Access; fields: readonly string[]; press: (sent: Sent) => Promise<void> }

type Sent = {
  data: Record<string, unknown>
  /** The page to return to: the form's `returnTo`, else the current page. */
  back: string
}

type IntentOptions<T> = ButtonOptions<T> & {
  /** Picks the command's input, where the form has fields of other buttons. By default all fields are the input. */
  input?: (data: Record<string, unknown>) => Record<string, unknown>
}

export const intent = <T>(
  run: Command<T>,
  fields: readonly string[],
  { input = (data) => data, ...options }: IntentOptions<T> = {},
): Intent => ({
  access: run.permission,
  fields,
  press: ({ data, back }) => press(run, { data: input(data), back }, options),
})

/**
 * The action of a form with buttons `name="intent" value="<name>:<field>:…"`: it runs the command of that name, which
 * checks its own permission. Any other value is refused and changes nothing.
 */
export function intentAction(intents: Record<string, Intent>) {
  const action = async (form: FormData): Promise<void> => {
    const { data: all, back } = await readSent(form)
    const { intent: value, ...data } = all
    const [name = '', ...parts] = typeof value === 'string' ? value.split(':') : []
    const chosen = Object.hasOwn(intents, name) ? intents[name] : undefined
    if (!chosen || chosen.fields.length !== parts.length) return refuse('errors.incomplete_form', back)
    const chosenFields = Object.fromEntries(chosen.fields.map((field, at) => [field, parts[at]]))
    return chosen.press({ data: { ...data, ...chosenFields }, back })
  }
  return withAccess(action, ...new Set(Object.values(intents).map(({ access }) => access)))
}

async function readSent(form: FormData): Promise<Sent> {
  const { data, returnTo } = readForm(form, [])
  return { data, back: safePath(returnTo, await currentPath()) }
}

async function press<T>(run: Command<T>, { data, back }: Sent, options: ButtonOptions<T>): Promise<void> {
  const outcome = await attempt(run, data, {})
  if (outcome.refusal) return refuse(outcome.refusal, back)
  if (!outcome.result.ok) {
    const { failure } = outcome.result
    return refuse(`errors.${codeOf(failure)}`, back, failure.kind === 'invalid' ? failure.args : undefined)
  }
  await announce(options, outcome.result)
  return goTo(options.redirectTo?.(outcome.result.value) ?? back)
}

async function refuse(key: string, back: string, args?: Flash['args']): Promise<void> {
  await setFlash({ tone: 'bad', key, args })
  return goTo(back)
}

/** With scripting, the same page is refreshed in place, so that scroll position and focus stay; without, it is requested again. */
async function goTo(path: string): Promise<void> {
  refresh()
  if (path === (await currentPath()) && (await headers()).has('next-action')) return
  redirect(path)
}
