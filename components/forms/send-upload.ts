import type { FormState } from '@/lib/http/form-action'
import { SCRIPTED_HEADER } from '@/lib/http/scripted'
import type { FormTexts } from './form-texts'

/** Sends a form to a route handler. Returns the page to open next, or the message for the form when the portal did not take it. */
export async function sendUpload(
  action: string,
  form: FormData,
  texts: FormTexts,
): Promise<{ location: string } | FormState> {
  try {
    const response = await fetch(action, { method: 'POST', body: form, headers: { [SCRIPTED_HEADER]: '1' } })
    if (response.status === 401)
      return { message: texts.signedOut, links: [{ href: '/sign-in', label: texts.signInElsewhere }] }
    if (!response.ok) return { message: texts.failed }
    return (await response.json()) as { location: string }
  } catch {
    return { message: texts.notSent }
  }
}
