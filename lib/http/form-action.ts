import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { i18n, type I18n } from '@/lib/i18n/translator'
import { withAccess } from '@/lib/access/access'
import { env } from '@/lib/env'
import type { Command } from '@/lib/kernel/command'
import { toSignIn } from './page'
import { setFlash } from './flash'
import { isSameOrigin } from './origin'
import { requestCtx } from './request'
import { ONCE, onceOf } from '@/lib/kernel/once'
import { codeOf, refused, type Failure, type Result } from '@/lib/kernel/result'
import { safePath } from './safe-path'
import { sanitizeText } from '@/lib/values/sanitize-text'

/** What a form shows after a refusal: texts in the viewer's language and what had been typed. */
export type FormState = {
  message?: string
  fields?: Record<string, string>
  values?: Record<string, string>
  /** On a stale edit: what stands in the database now. */
  current?: Record<string, string | null>
}

export type Options<T> = {
  /** Where to go when it is done; a form's `returnTo` comes first. */
  redirectTo: (value: T, data: Record<string, string>) => string
  /** Key under `flash.*`. */
  flash?: string | ((value: T) => string)
  /** Key under `flash.*` for who sends the same form again: it is done once. The form holds an `IdempotencyField`. */
  once?: string
  /** Fields that are never echoed back. */
  secret?: readonly string[]
  /** What the answer carries beside the way on, e.g. a cookie. */
  onSuccess?: (value: T) => Promise<void>
}

/** A form that shows its refusal in place (`useActionState`), with and without scripting. */
export function formAction<T>(run: Command<T>, options: Options<T>) {
  const action = async (_previous: FormState, form: FormData): Promise<FormState> => {
    const { data, values, returnTo } = readForm(form, options.secret ?? [])
    const outcome = await attempt(run, data, options)
    if (outcome.refusal) return { message: outcome.message, values }
    if (!outcome.result.ok) return { ...toFormState(outcome.result.failure, outcome.texts), values }
    return redirectWithFlash(
      options,
      outcome.result,
      safePath(returnTo, options.redirectTo(outcome.result.value, values)),
    )
  }
  return withAccess(action, run.permission)
}

/** Goes on with post-redirect-get. */
export async function redirectWithFlash<T>(options: Options<T>, result: Succeeded<T>, to: string): Promise<never> {
  await announce(options, result)
  // With scripting Next would otherwise reuse the page it shows when the new address differs in nothing but its hash.
  refresh()
  redirect(to)
}

/** Sets what goes with the answer: a cookie, a message for the next page. */
export async function announce<T>(
  { flash, onSuccess, once }: Pick<Options<T>, 'flash' | 'onSuccess' | 'once'>,
  { value, repeated }: Succeeded<T>,
): Promise<void> {
  await onSuccess?.(value)
  const key = repeated ? once : typeof flash === 'function' ? flash(value) : flash
  if (key) await setFlash({ tone: 'ok', key: `flash.${key}` })
}

type Succeeded<T> = Extract<Result<T>, { ok: true }>

type Attempt<T> =
  | { refusal: 'errors.origin_refused'; message: string }
  | { refusal: null; result: Result<T>; texts: I18n }

/** Runs the command for the viewer of this request; without a session it leads to sign-in. */
export async function attempt<T>(
  run: Command<T>,
  data: Record<string, unknown>,
  { once: isOnce }: Pick<Options<T>, 'once'>,
): Promise<Attempt<T>> {
  const ctx = await requestCtx()
  const texts = i18n(ctx?.viewer.locale ?? 'pt-BR')
  const foreign = await foreignOrigin(texts)
  if (foreign) return { refusal: 'errors.origin_refused', message: foreign }
  if (!ctx) return toSignIn()
  if (!isOnce) return { refusal: null, result: await run(ctx, data), texts }
  const { [ONCE]: key, ...rest } = data
  const once = onceOf(key, rest)
  return { refusal: null, result: once ? await run({ ...ctx, once }, rest) : refused('incomplete_form'), texts }
}

/** What a form of another origin is told; null when it is this portal's own. */
export const foreignOrigin = async ({ t }: I18n): Promise<string | null> =>
  isSameOrigin((await headers()).get('origin')) ? null : t('errors.origin', { url: env().APP_URL })

/** A name ending in `[]` collects every value; the rest keep their last. Next's own `$ACTION…` fields are left out. */
export function readForm(sent: FormData, secret: readonly string[]) {
  // A raw call may send anything in the form's place; it then counts as an empty one.
  const form = sent instanceof FormData ? sent : new FormData()
  const data: Record<string, unknown> = {}
  const values: Record<string, string> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$') || name === 'returnTo') continue
    const all = form
      .getAll(name)
      .filter((v) => typeof v === 'string')
      .map(sanitizeText)
    if (name.endsWith('[]')) data[name.slice(0, -2)] = all
    else data[name] = all.at(-1)
    if (!secret.includes(name)) values[name] = name.endsWith('[]') ? all.join('\n') : (all.at(-1) ?? '')
  }
  return { data, values, returnTo: form.get('returnTo') }
}

/** A refusal in words, beside its fields where it names them. */
export function toFormState(failure: Failure, { t }: I18n): FormState {
  const say = (code: string, args?: Record<string, string | number>) =>
    t(`errors.${code}` as Parameters<I18n['t']>[0], args)
  if (failure.kind === 'invalid' && failure.fields) {
    return { fields: Object.fromEntries(Object.entries(failure.fields).map(([name, code]) => [name, say(code)])) }
  }
  return {
    message: say(codeOf(failure), failure.kind === 'invalid' ? failure.args : undefined),
    ...(failure.kind === 'conflict' && { current: failure.current }),
  }
}
