import { customerCommand } from '@/lib/customer-group/command'
import { invalid } from '@/lib/kernel/result'
import { putFile } from '@/lib/storage/put-stream'
import { stageFiles } from '@/lib/storage/staged'
import { journeyProblem } from '../journeys'
import { numbersFor, saveKit } from '../save-kit'
import { newKit } from '../schema'

/** Files inspected PDFs as one kit. Refusals: `journeyId`: `documents.journey_unavailable`. */
export const createKit = customerCommand({
  event: 'document.kit_created',
  permission: 'documents.create',
  input: newKit,
  prepare: (ctx, _customer, { files }) =>
    stageFiles(
      ctx.db,
      'documents',
      files.map(
        ({ path }) =>
          (key) =>
            putFile(key, path),
      ),
    ),
  run: async (ctx, customer, { title, number, journeyId, files }, keys) => {
    const problem = await journeyProblem(ctx, journeyId)
    if (problem) return invalid({ journeyId: problem })
    const numbers = numbersFor(files.length, number, ctx.now)
    return saveKit(ctx, customer, {
      title,
      journeyId,
      files: files.map(({ path: _path, ...file }, at) => ({
        ...file,
        title: files.length === 1 ? title : file.name.replace(/\.pdf$/i, '').trim() || title,
        number: numbers[at]!,
        storageKey: keys[at]!,
      })),
    })
  },
})
