import { eq } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { setPreference as setPreferenceCommand } from '@/lib/consents/commands'
import type { PreferenceChange } from '@/lib/consents/schema'
import { registrationOf, type Registration } from '@/lib/customers/changes'
import { assignCustomer } from '@/lib/customers/commands/assign'
import { createCustomer } from '@/lib/customers/commands/create'
import { editCustomer } from '@/lib/customers/commands/edit'
import { rateCustomer } from '@/lib/customers/commands/rate'
import { renameCustomer } from '@/lib/customers/commands/rename'
import { validateCustomer } from '@/lib/customers/commands/validate'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { writeNote as writeNoteCommand } from '@/lib/notes/commands'
import { revealPersonal } from '@/lib/privacy/commands'
import type { DemoUser } from '@/lib/auth/demo-users'
import { dayOf } from '../seed-clock'
import { accepted, type Step } from '../timeline'
import { findPoint, type PointRef } from './contacts'

export type NewCustomer = Pick<Registration, 'kind' | 'name'> & Partial<Registration>

export const cpf = (documentNumber: string) => ({ documentType: 'cpf', documentNumber, documentCountry: 'BR' }) as const
export const cnpj = (documentNumber: string) =>
  ({ documentType: 'cnpj', documentNumber, documentCountry: 'BR' }) as const

/** Registers a customer under a fixed id. */
export const register =
  (customerId: string, registration: NewCustomer): Step =>
  (ctx) =>
    accepted(
      createCustomer(
        { ...ctx, ids: { ...idsOf(ctx), customer: () => customerId } },
        { registeredOn: dayOf(ctx.now), registeredBy: ctx.viewer.userId, ...registration },
      ),
    )

export const edit =
  (customerId: string, fields: Partial<Registration>): Step =>
  async (ctx) => {
    const { version, ...customer } = await read(ctx, customerId)
    // A user who sees the tax id masked leaves the field empty, which keeps the value.
    const { documentType: _, documentNumber: _number, documentCountry: _country, ...typed } = registrationOf(customer)
    await accepted(editCustomer(ctx, { ...typed, ...fields, customerId, version }))
  }

export const rename =
  (customerId: string, name: string): Step =>
  async (ctx) => {
    const { version } = await read(ctx, customerId)
    await accepted(renameCustomer(ctx, { customerId, version, name }))
  }

async function read({ db }: WriteCtx, customerId: string) {
  const [customer] = await db.select().from(customers).where(eq(customers.id, customerId))
  return customer!
}

export const rate =
  (customerId: string, stars: number): Step =>
  (ctx) =>
    accepted(rateCustomer(ctx, { customerId, rating: String(stars) }))

export const assign =
  (customerId: string, user: DemoUser): Step =>
  (ctx) =>
    accepted(assignCustomer(ctx, { customerId, userId: user.id }))

/** Confirms every field that has a value. */
export const validate =
  (customerId: string): Step =>
  (ctx) =>
    accepted(validateCustomer(ctx, { customerId, field: 'all' }))

export const writeNote =
  (customerId: string, body: string): Step =>
  (ctx) =>
    accepted(writeNoteCommand(ctx, { customerId, body }))

export const revealDocument =
  (customerId: string): Step =>
  (ctx) =>
    accepted(revealPersonal(ctx, { customerId, subject: 'document' }))

export const revealPoint =
  (customerId: string, ref: PointRef): Step =>
  async (ctx) => {
    const { id } = await findPoint(ctx, customerId, ref)
    await accepted(revealPersonal(ctx, { customerId, subject: `point:${id}` }))
  }

type Change = Pick<PreferenceChange, 'preference' | 'purpose'> & Partial<Pick<PreferenceChange, 'reason' | 'source'>>

const setPreference =
  (action: 'accepted' | 'cancelled') =>
  (customerId: string, change: Change): Step =>
  (ctx) =>
    accepted(setPreferenceCommand(ctx, { customerId, action, ...change }))

export const acceptPreference = setPreference('accepted')
export const cancelPreference = setPreference('cancelled')
