import { DEMO_USERS } from '@/lib/auth/demo-users'

/** Prints the portal's URL, and how to sign in: the demo users, or how to create the first admin. */
export function announce({ appUrl, demo, hasAdmin }: { appUrl: string; demo: boolean; hasAdmin: boolean }): void {
  console.log(`\n  ${appUrl}\n`)
  if (demo) printSignIns()
  else if (!hasAdmin)
    console.log('  Nobody can sign in yet. Create the first admin: npm run admin -- <e-mail> <name>\n')
  console.log('  Ctrl-C stops it; the data stays.\n')
}

function printSignIns(): void {
  const width = Math.max(...DEMO_USERS.map(({ email }) => email.length))
  console.log('  Sign in as')
  for (const { email, password, role } of DEMO_USERS) console.log(`    ${email.padEnd(width)}  ${password}  ${role}`)
  console.log('')
}
