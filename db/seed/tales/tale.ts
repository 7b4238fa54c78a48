import { dayOf } from '../calendar'
import type { DemoStore } from '../demo-stores'
import type { DemoUser } from '../demo-users'
import { diceOf } from '../dice'
import { begin, type Known, type Life } from '../life/life'
import { STORIES, type Story } from '../stories'

type Opening = { now: Date; story: Story; at: Date; by: DemoUser; store: DemoStore; known: Known }

/** The first line of a story: someone registers a customer in a store. */
export function open({ now, story, at, by, store, known }: Opening): Life {
  const registered = { storeId: store.id, registeredOn: dayOf(at), registeredBy: by.id }
  return begin(
    { now, dice: diceOf(`story ${story}`) },
    { id: STORIES[story], at, by, known: { ...registered, ...known } },
  )
}

export const cpf = (documentNumber: string) => ({ documentType: 'cpf', documentNumber, documentCountry: 'BR' }) as const

export const cnpj = (documentNumber: string) =>
  ({ documentType: 'cnpj', documentNumber, documentCountry: 'BR' }) as const

export const primary = { primary: true }
