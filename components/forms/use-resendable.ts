'use client'

import { unstable_rethrow } from 'next/navigation'
import { useCallback } from 'react'
import { useHasScripting } from '@/components/ui/use-has-scripting'
import type { FormState } from '@/lib/http/form-action'
import type { FormTexts } from './form-texts'

/** The state of a form on the page. `isUnsent`: the portal did not answer, or answered with a server error. */
export type ShownState = FormState & { isUnsent?: boolean }

type Action = (previous: ShownState, form: FormData) => Promise<ShownState>

/**
 * Wraps a form's action: if the request fails, it returns an error message with the typed values, so that the form can be sent again.
 * Until React has hydrated the page it returns the action unchanged, because only a server action works in a form without scripting.
 */
export function useResendable(action: Action, texts: FormTexts): Action {
  const guarded = useCallback(
    async (previous: ShownState, form: FormData): Promise<ShownState> => {
      try {
        return await action(previous, form)
      } catch (error) {
        // Next throws to redirect and to answer "not found". These are not failures.
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

/** Next replaces the message of a server error by a digest before it reaches the browser. */
const isServerError = (error: unknown) => error instanceof Error && 'digest' in error

/** Returns the text fields as the server echoes them: the last value of each name; for a name that ends in `[]`, all values, one per line. */
function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name).filter((value) => typeof value === 'string')
    values[name] = name.endsWith('[]') ? all.join('\n') : (all.at(-1) ?? '')
  }
  return values
}
