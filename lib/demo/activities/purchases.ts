import { and, eq } from 'drizzle-orm'
import { credits, purchases } from '@/db/schema'
import { changeSituation } from '@/lib/purchases/commands/change-situation'
import { recordCredit, recordCreditUse } from '@/lib/purchases/commands/credit'
import { recordExclusion, recordReturn } from '@/lib/purchases/commands/deduct'
import { recordPurchase } from '@/lib/purchases/commands/record'
import { today } from '@/lib/kernel/today'
import type { WriteCtx } from '@/lib/kernel/context'
import { formatMoney } from '@/lib/values/money'
import { dayOf, minutesAfter } from '../seed-clock'
import { accepted, type Step } from '../timeline'

/** A line of a purchase: the product, its price in cents, and how many. */
export type Line = readonly [description: string, unitPrice: number, quantity?: number]

type NewPurchase = {
  number: string
  lines: readonly Line[]
  /** In cents. */
  freight?: number
  storeId?: string
  payment?: string
  situation?: string
  invoiceNumber?: string
}

const reais = (amount: number) => formatMoney({ amount, currency: 'BRL' }, 'pt-BR')

/** Records a purchase of the moment, made by the user. */
export const buy =
  (customerId: string, { number, lines, freight = 0, ...form }: NewPurchase): Step =>
  (ctx) =>
    accepted(
      recordPurchase(inPortuguese(ctx), {
        ...{ customerId, externalId: number, purchasedOn: today(ctx.now), currency: 'BRL', freight },
        total: reais(lines.reduce((sum, [, price, quantity = 1]) => sum + price * quantity, freight)),
        items: lines.map(([description, unitPrice, quantity = 1]) => ({ description, unitPrice, quantity })),
        ...{ situation: 'delivered', payment: 'Cartão de crédito', ...form },
      }),
    )

/** Amounts of the demo are written in Portuguese, whatever the language of the user. */
const inPortuguese = (ctx: WriteCtx): WriteCtx => ({ ...ctx, viewer: { ...ctx.viewer, locale: 'pt-BR' } })

type Ids = { customerId: string; purchaseId: string }

/** A step on the purchase with this number. */
const onPurchase =
  (run: (ctx: WriteCtx, ids: Ids) => Promise<unknown>) =>
  (customerId: string, number: string): Step =>
  async (ctx) => {
    const [found] = await ctx.db
      .select({ purchaseId: purchases.id })
      .from(purchases)
      .where(and(eq(purchases.customerId, customerId), eq(purchases.externalId, number)))
    await run(inPortuguese(ctx), { customerId, purchaseId: found!.purchaseId })
  }

export const giveBack = (amount: number, line: number | null, reason: string) =>
  onPurchase((ctx, ids) =>
    accepted(
      recordReturn(ctx, { ...ids, amount: reais(amount), line: line ?? '', reason, returnedOn: today(ctx.now) }),
    ),
  )

export const exclude = (amount: number, reason: 'freight' | 'promotion' | 'discount' | 'payment', note = '') =>
  onPurchase((ctx, ids) => accepted(recordExclusion(ctx, { ...ids, amount: reais(amount), reason, note })))

export const cancelPurchase = onPurchase((ctx, ids) =>
  accepted(changeSituation(ctx, { ...ids, situation: 'cancelled' })),
)

/** Generates a credit that expires after some days. */
export const earnCredit = (credit: string, amount: number, days: number) =>
  onPurchase((ctx, ids) =>
    accepted(
      recordCredit(ctx, {
        ...{ ...ids, externalId: credit, amount: reais(amount) },
        expiresOn: dayOf(minutesAfter(ctx.now, days * 24 * 60)),
      }),
    ),
  )

/** Uses a credit in the purchase. */
export const spendCredit = (credit: string, amount: number) =>
  onPurchase(async (ctx, ids) => {
    const [found] = await ctx.db
      .select({ id: credits.id })
      .from(credits)
      .where(and(eq(credits.customerId, ids.customerId), eq(credits.externalId, credit)))
    await accepted(recordCreditUse(ctx, { ...ids, creditId: found!.id, amount: reais(amount) }))
  })
