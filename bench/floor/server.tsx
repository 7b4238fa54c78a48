import next from 'next'
import { createServer, type ServerResponse } from 'node:http'
import path from 'node:path'
import { renderToPipeableStream } from 'react-dom/server'
import { eq } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { listCustomers } from '@/lib/search/list-customers'
import { benchCtx, connect } from '../connection'

type Row = { id: string; name: string; document: string; email: string; phone: string }

const shared = globalThis as typeof globalThis & { readFloorRows?: () => Promise<Row[]> }

/**
 * Serves the cheapest possible pages, to compare with: `/keyed` reads one customer by its id, `/react` renders the rows of the list with
 * React alone, and `/` renders the same rows as a Next.js page. Prints its origin when it is ready.
 */
async function serve(databaseUrl: string): Promise<void> {
  const { db } = await connect(databaseUrl)
  const ctx = benchCtx(db)
  const readRows = async () => (await listCustomers(ctx)).customers.map(rowOf)
  shared.readFloorRows = readRows
  const [first] = await readRows()
  const byId = db.select().from(customers).where(eq(customers.id, first!.id)).prepare('floor_by_id')
  const app = next({ dev: false, dir: path.join(__dirname, 'next') })
  await app.prepare()
  const handleNext = app.getRequestHandler()
  const server = createServer(async (request, response) => {
    if (request.url === '/keyed') response.end(JSON.stringify(await byId.execute()))
    else if (request.url === '/react') renderRows(await readRows(), response)
    else await handleNext(request, response)
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`)
  })
}

const rowOf = ({
  id,
  name,
  document,
  email,
  phone,
}: Awaited<ReturnType<typeof listCustomers>>['customers'][number]) => ({
  id,
  name,
  document: document?.shown ?? '',
  email: email ?? '',
  phone: phone ?? '',
})

function renderRows(rows: Row[], response: ServerResponse): void {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  const { pipe } = renderToPipeableStream(<Rows rows={rows} />, { onAllReady: () => pipe(response) })
}

const Rows = ({ rows }: { rows: Row[] }) => (
  <html lang="en">
    <body>
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.name}</td>
              <td>{row.document}</td>
              <td>{row.email}</td>
              <td>{row.phone}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </body>
  </html>
)

serve(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
