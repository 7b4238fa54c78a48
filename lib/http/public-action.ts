import { withAccess } from '@/lib/access/access'
import { i18n } from '@/lib/i18n/translator'
import { busyAsFailure } from '@/lib/kernel/busy'
import { toFormState, foreignOrigin, redirectWithFlash, readForm, type FormState, type Options } from './form-action'
import type { Result } from '@/lib/kernel/result'
import { safePath } from './safe-path'
import type { PublicContext } from '@/lib/kernel/context'
import { currentPublicContext } from './public-context'

/** A form for people without a session. It checks the Origin like every other; who may do what is its command's to say. */
export function publicAction<T>(
  run: (visit: PublicContext, data: Record<string, unknown>) => Promise<Result<T>>,
  options: Options<T>,
) {
  const action = async (_previous: FormState, form: FormData): Promise<FormState> => {
    const visit = await currentPublicContext()
    const texts = i18n(visit.locale)
    const { data, values, returnTo } = readForm(form, options.secret ?? [])
    const foreign = await foreignOrigin(texts)
    if (foreign) return { message: foreign, values }
    const result = await busyAsFailure(() => run(visit, data))
    if (!result.ok) return { ...toFormState(result.failure, texts), values }
    return redirectWithFlash(options, result, safePath(returnTo, options.redirectTo(result.value, values)))
  }
  return withAccess(action, 'public')
}
