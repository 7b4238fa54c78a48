import { withAccess } from '@/lib/access/access'
import { i18n } from '@/lib/i18n/translator'
import { busyAsFailure } from '@/lib/kernel/busy'
import { toFormState, foreignOrigin, redirectWithFlash, readForm, type FormState, type Options } from './form-action'
import type { Result } from '@/lib/kernel/result'
import { safePath } from './safe-path'
import type { PublicContext } from '@/lib/kernel/context'
import { currentPublicContext } from './public-context'

/** The action of a form for people without a session. It checks the Origin like every action; its command checks everything else. */
export function publicAction<T>(
  run: (publicCtx: PublicContext, data: Record<string, unknown>) => Promise<Result<T>>,
  options: Options<T>,
) {
  const action = async (_previous: FormState, form: FormData): Promise<FormState> => {
    const publicCtx = await currentPublicContext()
    const texts = i18n(publicCtx.locale)
    const { data, values, returnTo } = readForm(form, options.secret ?? [])
    const foreign = await foreignOrigin(texts)
    if (foreign) return { message: foreign, values }
    const result = await busyAsFailure(() => run(publicCtx, data))
    if (!result.ok) return { ...toFormState(result.failure, texts), values }
    const to = safePath(returnTo, options.redirectTo(result.value, values))
    return redirectWithFlash(options, result, options.stepBefore?.(result.value, to) ?? to)
  }
  return withAccess(action, 'public')
}
