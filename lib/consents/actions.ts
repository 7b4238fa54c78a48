'use server'

import { buttonAction, formAction } from '@/lib/http/form-action'
import { setPreference } from './commands'
import { toPreferences } from './paths'

export const setPreferenceAction = buttonAction(setPreference, {
  redirectTo: toPreferences,
  flash: 'preference_recorded',
})
export const recordPreferenceAction = formAction(setPreference, {
  redirectTo: toPreferences,
  flash: 'preference_recorded',
})
