import { Secret, TOTP } from 'otpauth'
import type { Primary } from '@/db/handles'
import { userIdentities, userSecondFactors } from '@/db/schema'
import { sealSecret } from '@/lib/auth/second-factor/secrets'

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** Plants a second factor for each user that no code has confirmed yet, so that sign-in asks for none. */
export async function plantSecondFactors(db: Primary, userIds: readonly string[]): Promise<void> {
  await db.insert(userSecondFactors).values(userIds.map((userId) => ({ userId, secret: sealSecret(userId, SECRET) })))
}

/** The code that the app of a planted second factor shows now. */
export const currentCode = (): string => new TOTP({ secret: Secret.fromBase32(SECRET) }).generate()

export async function plantIdentity(db: Primary, userId: string): Promise<void> {
  await db
    .insert(userIdentities)
    .values({ issuer: 'https://id.example', subject: userId, userId, linkedAt: new Date() })
}
