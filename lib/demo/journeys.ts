import type { Purpose } from '@/lib/contact-policy/policy'
import { createJourney, retireJourney } from '@/lib/journeys/commands/journey'
import { addMessage } from '@/lib/journeys/commands/message'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import type { SendChannel } from '@/lib/sending/address'
import { accepted, type Step } from './timeline'
import { BILLING, BIRTHDAY, CONTRACT, CLEARANCE, OFFERS, REISSUE, WELCOME } from './vocabulary/journey-texts'

export type DemoMessage = {
  id: string
  journeyId: string
  channel: SendChannel
  name: string
  step: number
  subject: string | null
  body: string
}

export type DemoJourney = { id: string; name: string; purpose: Purpose; retired: boolean; messages: DemoMessage[] }

type Text = { channel: SendChannel; step: number; name: string; subject?: string; body: string }

/** Fixed ids: documents, acceptances and tests name journeys by them. */
function journey(place: number, name: string, purpose: Purpose, texts: readonly Text[], retired = false): DemoJourney {
  const id = `0190c0de-2222-7000-8000-00000000000${place}`
  const messages = texts.map(({ subject, ...text }, index) => ({
    ...text,
    id: `0190c0de-3333-7000-8000-0000000000${place}${index + 1}`,
    journeyId: id,
    subject: subject ?? null,
  }))
  return { id, name, purpose, retired, messages }
}

export const JOURNEYS = {
  welcome: journey(1, 'Boas-vindas', 'service', WELCOME),
  reissue: journey(2, 'Segunda via de documentos', 'service', REISSUE),
  contract: journey(3, 'Contrato e aceite', 'service', CONTRACT),
  billing: journey(4, 'Cobrança amigável', 'service', BILLING),
  offers: journey(5, 'Ofertas do mês', 'marketing', OFFERS),
  birthday: journey(6, 'Aniversário', 'marketing', BIRTHDAY),
  clearance: journey(7, 'Queima de estoque', 'marketing', CLEARANCE, true),
} as const satisfies Record<string, DemoJourney>

export const DEMO_JOURNEYS: readonly DemoJourney[] = Object.values(JOURNEYS)

/** The message of a journey in a channel and step. @throws Error when there is none: demo data must be right. */
export function messageOf(journey: DemoJourney, channel: SendChannel, step = 1): DemoMessage {
  const found = journey.messages.find((m) => m.channel === channel && m.step === step)
  if (!found) throw new Error(`${journey.name} has no ${channel} message in step ${step}`)
  return found
}

/** Creates all journeys with their messages, under their fixed ids. */
export const createJourneys: Step = async (ctx) => {
  for (const { id, name, purpose, messages } of DEMO_JOURNEYS) {
    await accepted(createJourney(withRowId(ctx, id), { name, purpose }))
    for (const { id: messageId, ...message } of messages) await accepted(addMessage(withRowId(ctx, messageId), message))
  }
}

/** Retires the journeys that have ended. */
export const retireJourneys: Step = async (ctx) => {
  for (const { id: journeyId, retired } of DEMO_JOURNEYS) if (retired) await accepted(retireJourney(ctx, { journeyId }))
}

const withRowId = (ctx: WriteCtx, id: string): WriteCtx => ({ ...ctx, ids: { ...idsOf(ctx), row: () => id } })
