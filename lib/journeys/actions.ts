'use server'

import { buttonAction, formAction } from '@/lib/http/form-action'
import { changeJourney, createJourney, retireJourney } from './commands/journey'
import { addMessage, changeMessage, retireMessage } from './commands/message'
import { toJourney, toMessage } from './paths'

export const createJourneyAction = formAction(createJourney, { flash: 'journey_created', done: toJourney })

export const changeJourneyAction = formAction(changeJourney, { flash: 'saved', done: toJourney })

export const retireJourneyAction = buttonAction(retireJourney, { flash: 'journey_retired', done: toJourney })

export const addMessageAction = formAction(addMessage, { flash: 'saved', done: toMessage })

export const changeMessageAction = formAction(changeMessage, { flash: 'saved', done: toMessage })

export const retireMessageAction = buttonAction(retireMessage, { flash: 'message_retired', done: toJourney })
