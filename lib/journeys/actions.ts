'use server'

import { buttonAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { changeJourney, createJourney, retireJourney } from './commands/journey'
import { addMessage, changeMessage, retireMessage } from './commands/message'
import { toJourney, toMessage } from './paths'

export const createJourneyAction = formAction(createJourney, { flash: 'journey_created', redirectTo: toJourney })

export const changeJourneyAction = formAction(changeJourney, { flash: 'saved', redirectTo: toJourney })

export const retireJourneyAction = buttonAction(retireJourney, { flash: 'journey_retired', redirectTo: toJourney })

export const addMessageAction = formAction(addMessage, { flash: 'saved', redirectTo: toMessage })

export const changeMessageAction = formAction(changeMessage, { flash: 'saved', redirectTo: toMessage })

export const retireMessageAction = buttonAction(retireMessage, { flash: 'message_retired', redirectTo: toJourney })
