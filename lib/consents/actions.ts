'use server'

import { intent, intentAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { setPreference } from './commands'
import { toPreferences } from './paths'

/** The buttons of the preference grid. */
export const preferenceAction = intentAction({
  set: intent(setPreference, ['preference', 'purpose', 'action'], { flash: 'preference_recorded' }),
})

export const recordPreferenceAction = formAction(setPreference, {
  redirectTo: toPreferences,
  flash: 'preference_recorded',
})
