import { and, eq } from 'drizzle-orm'
import { customers, pipelineSubStatuses } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { changeStatus } from '@/lib/pipeline/commands/change'
import { scheduleStatus } from '@/lib/pipeline/commands/schedule'
import { addSubStatus } from '@/lib/pipeline/commands/sub-statuses'
import { type PipelineStatus, positionText } from '@/lib/pipeline/position'
import { accepted, type Step } from '../timeline'

/** The sub-statuses of the demo, by their status. */
export const SUB_STATUSES = {
  new: ['Aguardando primeiro contato'],
  in_progress: ['Contato feito', 'Proposta enviada', 'Negociação'],
  won: ['À vista', 'Parcelado'],
  lost: ['Preço', 'Sem interesse', 'Comprou em outro lugar'],
} as const

type SubStatusName<Status extends PipelineStatus> = (typeof SUB_STATUSES)[Status][number]

export const addSubStatuses: Step = async (ctx) => {
  for (const [status, names] of Object.entries(SUB_STATUSES))
    for (const name of names) await accepted(addSubStatus(ctx, { name, status }))
}

/** Changes the status of a customer. */
export const changeTo =
  <Status extends PipelineStatus>(customerId: string, status: Status, subStatus?: SubStatusName<Status>): Step =>
  async (ctx) => {
    const [customer] = await ctx.db.select().from(customers).where(eq(customers.id, customerId))
    const from = positionText({ status: customer!.pipelineStatus, subStatusId: customer!.pipelineSubStatusId })
    await accepted(changeStatus(ctx, { customerId, from, to: await choiceOf(ctx, status, subStatus) }))
  }

/** Schedules a change of status for nine o'clock of a day in São Paulo. */
export const scheduleFor =
  <Status extends PipelineStatus>(
    customerId: string,
    day: string,
    status: Status,
    subStatus?: SubStatusName<Status>,
  ): Step =>
  async (ctx) => {
    const to = await choiceOf(ctx, status, subStatus)
    await accepted(scheduleStatus(ctx, { customerId, to, day, time: '09:00', timeZone: 'America/Sao_Paulo' }))
  }

async function choiceOf({ db }: WriteCtx, status: PipelineStatus, name: string | undefined): Promise<string> {
  if (!name) return status
  const [found] = await db
    .select({ id: pipelineSubStatuses.id })
    .from(pipelineSubStatuses)
    .where(and(eq(pipelineSubStatuses.status, status), eq(pipelineSubStatuses.name, name)))
  return positionText({ status, subStatusId: found!.id })
}
