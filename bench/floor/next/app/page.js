export const dynamic = 'force-dynamic'

/** Renders the rows that bench/floor/server.tsx reads in the same process. */
export default async function Page() {
  const rows = await globalThis.readFloorRows()
  return (
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
  )
}
