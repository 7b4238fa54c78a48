import { DEMO_USERS } from '@/lib/auth/demo-users'

/** Prints the portal's URL and, with demo data, one sign-in for each role. */
export function announce(appUrl: string, demo: boolean): void {
  console.log(`\n  ${appUrl}\n`)
  if (demo) printSignIns()
  console.log('  Ctrl-C stops it; the data stays.\n')
}

function printSignIns(): void {
  const seen = new Set<string>()
  const onePerRole = DEMO_USERS.filter(({ role }) => !seen.has(role) && seen.add(role))
  const width = Math.max(...onePerRole.map(({ email }) => email.length))
  console.log('  Sign in as')
  for (const { email, password, role } of onePerRole) console.log(`    ${email.padEnd(width)}  ${password}  ${role}`)
  console.log('')
}
