import { Provider } from 'oidc-provider'

/**
 * A real OpenID provider on the loopback, for one test: `node openid-provider.mjs <client id> <secret> <redirect uri>`.
 * It accepts any e-mail; that of `unverified+…` is not verified. Prints its issuer, and ends when stdin closes.
 */
const [clientId, clientSecret, redirectUri] = process.argv.slice(2)

const findAccount = (_ctx, id) => ({
  accountId: id,
  claims: () => ({ sub: id, email: id, email_verified: !id.startsWith('unverified+') }),
})

const port = Number(process.env.OPENID_PORT)
const issuer = `http://127.0.0.1:${port}`
const provider = new Provider(issuer, {
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false,
  cookies: { keys: ['only for a test'] },
  findAccount,
})

provider.listen(port, '127.0.0.1', () => console.log(issuer))
process.stdin.resume().on('end', () => process.exit(0))
