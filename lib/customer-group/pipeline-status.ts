import { eq } from 'drizzle-orm'
import { customers } from '@/db/schema'
import type { PIPELINE_STATUSES } from '@/db/schema/pipeline-statuses'
import type { WriteCtx } from '@/lib/kernel/context'

export type PipelinePosition = { status: (typeof PIPELINE_STATUSES)[number]; subStatusId: string | null }

/**
 * Writes the position of a customer in the pipeline, under the lock of its group. It writes the surviving record only, so that an undo of a
 * merge gives the absorbed record its own position back.
 */
export async function setPipelinePosition(
  { db, now }: Pick<WriteCtx, 'db' | 'now'>,
  survivorId: string,
  { status, subStatusId }: PipelinePosition,
): Promise<void> {
  await db
    .update(customers)
    .set({
      pipelineStatus: status,
      pipelineSubStatusId: subStatusId,
      pipelineChangedAt: now,
      updatedAt: now,
      lastActivityAt: now,
    })
    .where(eq(customers.id, survivorId))
}
