import { changesBetween, registrationOf, type Registration } from '@/lib/customers/changes'
import type { RegistrationField } from '@/lib/customers/fields'
import type { DemoUser } from '../demo-users'
import { type Life, type Moment, type Point, tell, touch } from './life'

export function change(life: Life, when: Moment, fields: Partial<Registration>): void {
  const { customer } = life
  const old = registrationOf(customer)
  const changes = changesBetween(old, { ...old, ...fields })
  if (!changes) return
  Object.assign(customer, fields, { version: customer.version + 1 })
  life.validations = life.validations.filter(({ field }) => !changes.keys.some((key) => key === field))
  touch(life, when.at)
  const event = changes.keys.length === 1 && changes.keys[0] === 'name' ? 'customer.renamed' : 'customer.changed'
  tell(life, when, { event, before: changes.before, after: changes.after })
}

export function rate(life: Life, when: Moment, rating: number): void {
  const details = { before: { rating: life.customer.rating }, after: { rating } }
  life.customer.rating = rating
  touch(life, when.at)
  tell(life, when, { event: 'customer.rated', details })
}

export function assign(life: Life, when: Moment, user: DemoUser | null): void {
  const assignedUserId = user?.id ?? null
  const details = { before: { assignedUserId: life.customer.assignedUserId }, after: { assignedUserId } }
  life.customer.assignedUserId = assignedUserId
  life.customer.version += 1
  touch(life, when.at)
  tell(life, when, { event: 'customer.assigned', details })
}

export function validate(life: Life, { at, by }: Moment & { by: DemoUser }, fields: RegistrationField[]): void {
  const others = life.validations.filter(({ field }) => !fields.some((f) => f === field))
  life.validations = [
    ...others,
    ...fields.map((field) => ({ customerId: life.customer.id, field, validatedAt: at, validatedBy: by.id })),
  ]
  tell(life, { at, by }, { event: 'customer.validated', details: { fields } })
}

export function note(life: Life, { at, by }: Moment & { by: DemoUser }, body: string): void {
  const id = life.telling.dice.uuidV7(at)
  life.notes.push({ customerId: life.customer.id, id, body, authorId: by.id, createdAt: at })
  touch(life, at)
  tell(life, { at, by }, { event: 'note.written', subject: `note:${id}`, before: null, after: { body } })
}

/** The document's number, or one of the points. */
export function reveal(life: Life, when: Moment, what: 'document' | Point): void {
  const told =
    what === 'document' ? { subject: what } : { subject: `point:${what.id}`, details: { channel: what.channel } }
  tell(life, when, { event: 'personal.revealed', ...told })
}

/** Spoken to, by phone or in person: what was sent and answered stands in `sends.ts`. Channels are named as those of contact points. */
export function interact({ customer }: Life, at: Date, channel: 'whatsapp' | 'email' | 'mobile' | 'landline'): void {
  if (customer.lastInteractionAt && customer.lastInteractionAt >= at) return
  customer.lastInteractionAt = at
  customer.lastInteractionChannel = channel
  if (at > customer.lastActivityAt) customer.lastActivityAt = at
}

export function knownAs(life: Life, source: string, externalId: string): void {
  life.externalIds.push({ source, externalId, customerId: life.customer.id, createdAt: life.customer.createdAt })
}
