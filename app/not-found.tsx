/** Next sends this along with every page, twice: hence no more than a number. Addresses that lead nowhere are answered by `(public)/[...lost]`. */
export default function NotFound() {
  return <h1>404</h1>
}
