/**
 * Next.js adds this to every response, twice, so it is only a number. `(public)/[...lost]` answers unknown addresses.
 */
export default function NotFound() {
  return <h1>404</h1>
}
