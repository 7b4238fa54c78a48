import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { database, databasePool } from '@/db/client'
import { attachFiles } from '@/lib/attachments/commands/attach'
import { withAttachments } from '@/lib/attachments/receive'
import { aCtx } from '@/lib/testing/builders'

const [customerId = '', source, boundary = ''] = process.argv.slice(2)

/** A process that attaches the file at a path, or the files of the form that it reads from its input, for tests that kill it. */
async function attach(): Promise<void> {
  const ctx = await aCtx(database())
  const sha256 = createHash('sha256').digest('hex')
  const file = { name: 'foto.png', renamedFrom: null, type: 'png', charset: null, sha256, bytes: 1 }
  if (source !== 'form') return void (await attachFiles(ctx, { customerId, files: [{ ...file, path: source }] }))
  const request = {
    body: Readable.toWeb(process.stdin) as ReadableStream,
    headers: new Headers({ 'content-type': `multipart/form-data; boundary=${boundary}` }),
  }
  await withAttachments(request, ctx.viewer.userId, ({ files }) => attachFiles(ctx, { customerId, files }))
}

attach()
  .then(() => databasePool().end())
  .catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })
