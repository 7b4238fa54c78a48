import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Messages } from '@/lib/i18n/messages'
import { i18n, type I18n } from '@/lib/i18n/translator'
import { withAccess } from '@/lib/access/access'
import { env } from '@/lib/env'
import type { Command } from '@/lib/kernel/command'
import { toSignIn } from './page'
import { setFlash, type Undo } from './flash'
import { isSameOrigin } from './origin'
import { primaryCtx } from './request'
import { IDEMPOTENCY_FIELD, idempotencyHash } from '@/lib/kernel/idempotency'
import { dropUnsentForm, keepUnsentForm } from './drafts/form-draft'
import { codeOf, refused, type Failure, type Result } from '@/lib/kernel/result'
import { safePath } from './safe-path'
import { sanitizeText } from '@/lib/values/sanitize-text'

/** What a form shows after a refusal: texts in the viewer's language, and the typed values. */
export type FormState = {
  message?: string
  fields?: Record<string, string>
  values?: Record<string, string>
  /** Values that were probably meant instead of typed ones, by field. */
  offers?: Record<string, string>
  /** Pages to look at before the form is sent again. */
  links?: { href: string; label: string }[]
  /** After a stale edit: the values that are now in the database. */
  current?: Record<string, string | null>
}

type FlashKey = keyof Messages['flash']

export type Options<T> = {
  /** The page after success; a form's `returnTo` takes precedence. */
  redirectTo: (value: T, data: Record<string, string>) => string
  /** Key under `flash.*`. */
  flash?: FlashKey | ((value: T) => FlashKey | '')
  /** Key under `flash.*` for a form that is sent again and changes nothing. The form has an `IdempotencyField`. */
  repeatedFlash?: FlashKey
  /** The button in the message that undoes the change. */
  undo?: (value: T) => Undo
  /** A page to visit before the one that the form names in `returnTo`; null when there is none. */
  stepBefore?: (value: T, returnTo: string) => string | null
  /** Fields that are never echoed back. */
  secret?: readonly string[]
  /** Runs after success, before the redirect; it may set a cookie. */
  onSuccess?: (value: T) => Promise<void>
}

/** A form that shows its refusal in place (`useActionState`), with and without scripting. */
export function formAction<T>(run: Command<T>, options: Options<T>) {
  const action = async (_previous: FormState, sent: FormData): Promise<FormState> => {
    const form = asForm(sent)
    const { data, values, returnTo } = readForm(form, options.secret ?? [])
    const outcome = await attempt(run, data, options, () => keepUnsentForm(form, values))
    if (outcome.refusal) return { message: outcome.message, values }
    if (!outcome.result.ok) return { ...toFormState(outcome.result.failure, outcome.texts), values }
    await dropUnsentForm(form, outcome.userId)
    return redirectWithFlash(
      options,
      outcome.result,
      safePath(returnTo, options.redirectTo(outcome.result.value, values)),
    )
  }
  return withAccess(action, run.permission)
}

/** Redirects after success (post-redirect-get), with a message for the next page. */
export async function redirectWithFlash<T>(options: Options<T>, result: Succeeded<T>, to: string): Promise<never> {
  await announce(options, result)
  // With scripting, Next would otherwise reuse the current page when only the hash of the new address differs.
  refresh()
  redirect(to)
}

/** Runs `onSuccess` and sets the message for the next page. */
export async function announce<T>(
  { flash, onSuccess, repeatedFlash, undo }: Pick<Options<T>, 'flash' | 'onSuccess' | 'repeatedFlash' | 'undo'>,
  { value, repeated }: Succeeded<T>,
): Promise<void> {
  await onSuccess?.(value)
  const key = repeated ? repeatedFlash : typeof flash === 'function' ? flash(value) : flash
  if (key) await setFlash({ tone: 'ok', key: `flash.${key}`, ...(undo && !repeated && { undo: undo(value) }) })
}

type Succeeded<T> = Extract<Result<T>, { ok: true }>

type Attempt<T> =
  | { refusal: 'errors.origin_refused'; message: string }
  | { refusal: null; result: Result<T>; texts: I18n; userId: string }

/**
 * Runs the command for the viewer of this request. Without a session it calls `keep`, which returns whether it saved the form, and
 * redirects to sign-in.
 */
export async function attempt<T>(
  run: Command<T>,
  data: Record<string, unknown>,
  { repeatedFlash }: Pick<Options<T>, 'repeatedFlash'>,
  keep = async () => false,
): Promise<Attempt<T>> {
  const ctx = await primaryCtx()
  const texts = i18n(ctx?.viewer.locale ?? 'pt-BR')
  const foreign = await foreignOrigin(texts)
  if (foreign) return { refusal: 'errors.origin_refused', message: foreign }
  if (!ctx) return toSignIn(await keep())
  const { userId } = ctx.viewer
  if (!repeatedFlash) return { refusal: null, result: await run(ctx, data), texts, userId }
  const { [IDEMPOTENCY_FIELD]: key, ...rest } = data
  const idempotencyKey = idempotencyHash(key, rest)
  return {
    refusal: null,
    result: idempotencyKey ? await run({ ...ctx, idempotencyKey }, rest) : refused('incomplete_form'),
    texts,
    userId,
  }
}

/** The message for a form from another origin; null when the origin is this portal. */
export const foreignOrigin = async ({ t }: I18n): Promise<string | null> =>
  isSameOrigin((await headers()).get('origin')) ? null : t('errors.origin', { url: env().APP_URL })

/** A direct call may send anything instead of a form; it then counts as an empty form. */
const asForm = (sent: unknown): FormData => (sent instanceof FormData ? sent : new FormData())

/** A name ending in `[]` collects all values; other names have their last value. Next's own `$ACTION…` fields are left out. */
export function readForm(sent: FormData, secret: readonly string[]) {
  const form = asForm(sent)
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

/** Translates a refusal into messages for the form and for its fields. */
export function toFormState(failure: Failure, { t }: I18n): FormState {
  const say = (code: string, args?: Record<string, string | number>) =>
    t(`errors.${code}` as Parameters<I18n['t']>[0], args)
  if (failure.kind === 'invalid' && failure.fields) {
    const { offers } = failure
    return {
      fields: Object.fromEntries(Object.entries(failure.fields).map(([name, code]) => [name, say(code)])),
      ...(offers && { offers }),
    }
  }
  return {
    message: say(codeOf(failure), failure.kind === 'invalid' ? failure.args : undefined),
    ...(failure.kind === 'conflict' && { current: failure.current }),
    ...(failure.kind === 'invalid' && failure.links && { links: failure.links }),
  }
}
