'use client'

import { unstable_rethrow } from 'next/navigation'
import { useCallback, useSyncExternalStore } from 'react'
import type { FormState } from '@/lib/http/form-action'
import type { FormTexts } from './form-texts'

/** The state of a form on the page. `isUnsent`: the portal gave no answer. */
export type ShownState = FormState & { isUnsent?: boolean }

type Action = (previous: ShownState, form: FormData) => Promise<ShownState>

/**
 * The same action, which returns the typed values when the portal gives no answer, so that the form keeps them. Before scripting
 * takes over, it is the action itself, because React writes only a server action into a form that works without scripting.
 */
export function useResendable(action: Action, texts: FormTexts): Action {
  const guarded = useCallback(
    async (previous: ShownState, form: FormData): Promise<ShownState> => {
      try {
        return await action(previous, form)
      } catch (error) {
        // Next redirects and answers "not found" by throwing.
        unstable_rethrow(error)
        return {
          message: isServerError(error) ? texts.failed : texts.notSent,
          values: typedValues(form),
          isUnsent: true,
        }
      }
    },
    [action, texts],
  )
  return useHasScripting() ? guarded : action
}

/** Next gives the browser an error of the server with a digest instead of its message. */
const isServerError = (error: unknown) => error instanceof Error && 'digest' in error

const useHasScripting = () =>
  useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )

/** As the server echoes them: the last value of a name, and all values of a name that ends in `[]`, one on each line. */
function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name).filter((value) => typeof value === 'string')
    values[name] = name.endsWith('[]') ? all.join('\n') : (all.at(-1) ?? '')
  }
  return values
}
