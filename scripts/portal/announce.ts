import { DEMO_USERS } from '@/lib/auth/demo-users'

/** Prints the portal's URL, and how to sign in: the demo users, or how to create the first admin. */
export function announce({ appUrl, demo, hasAdmin }: { appUrl: string; demo: boolean; hasAdmin: boolean }): void {
  console.log(`\n  ${appUrl}\n`)
  if (demo) printSignIns()
  else if (!hasAdmin)
    console.log('  Nobody can sign in yet. Create the first admin: npm run admin -- <e-mail> <name>\n')
  console.log('  Ctrl-C stops it; the data stays.\n')
}

const SCOPES = { all: 'all customers', stores: 'customers of their stores', own: 'only their own customers' } as const

function printSignIns(): void {
  const width = (column: 'name' | 'email') => Math.max(...DEMO_USERS.map((user) => user[column].length))
  const [names, emails] = [width('name'), width('email')]
  console.log(`  Sign in as one of ${DEMO_USERS.length} demo users, all with the password ${DEMO_USERS[0]!.password}`)
  for (const { name, email, role, scope } of DEMO_USERS)
    console.log(`    ${name.padEnd(names)}  ${email.padEnd(emails)}  ${role}, ${SCOPES[scope]}`)
  console.log('')
}
