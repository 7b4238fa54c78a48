import { z } from 'zod'

const key32 = z.string().refine((v) => Buffer.from(v, 'base64').length === 32, 'must be 32 bytes in base64')

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    /** The application's role: it can neither alter tables nor change audit rows. */
    DATABASE_URL: z.string().startsWith('postgres'),
    /** Where people reach the portal. Every link and every Origin check is built from it. */
    APP_URL: z.url(),
    AUTH_SECRET: z.string().min(32, 'needs at least 32 characters'),
    /** Wraps the per-customer keys of the history. */
    DATA_KEY: key32,
    /** A folder outside of the database, to which the signed heads of the history are copied every hour. */
    AUDIT_SEAL_FOLDER: z.string().optional(),
    /** Folder for uploaded files. */
    RETRATO_DATA: z.string().default('.data'),
    /** Where files are stored: below RETRATO_DATA, or in a bucket. */
    STORAGE: z.enum(['folder', 's3']).default('folder'),
    S3_BUCKET: z.string().optional(),
    S3_REGION: z.string().default('us-east-1'),
    /** Of an S3-speaking server that is not Amazon's. */
    S3_ENDPOINT: z.url().optional(),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    /** The virus scanner for documents and attachments: `tcp://host:3310`, or `unix:` and the path of a socket of ClamAV's clamd. */
    CLAMD_ADDRESS: z
      .string()
      .regex(/^(tcp:\/\/[^/\s]+|unix:\/.+)$/, 'must be tcp://host:port or unix:/path')
      .optional(),
    CLAMD_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(300).default(30),
    /** The largest file an import takes, in MB. */
    IMPORT_MAX_MB: z.coerce.number().int().min(1).default(512),
    COMPANY_NAME: z.string().default('Retrato'),
    /** CNPJ or another registration, printed on acceptance reports. */
    COMPANY_DOCUMENT: z.string().optional(),
    /** Somebody who added or changed a contact point, or the customer's name or tax id, within this many days needs a second person to request an acceptance. */
    ACCEPTANCE_ADDRESS_DAYS: z.coerce.number().int().min(0).max(365).default(7),
    COMPANY_TIME_ZONE: z.string().refine(isTimeZone, 'is not a time zone').default('America/Sao_Paulo'),
    /** Who may change a customer's assigned user. */
    ASSIGNMENT: z.enum(['assigned_or_admin', 'admin']).default('assigned_or_admin'),
    WORKER: z.enum(['on', 'off', 'only']).default('on'),
    /** Whether the worker looks for duplicates by itself: every minute among changed customers, every night among all. */
    FIND_DUPLICATES: z.enum(['on', 'off']).default('on'),
    /** How long requests are still served after SIGTERM, once `/readyz` has turned. */
    DRAIN_SECONDS: z.coerce.number().min(0).max(10).default(0),
    /** E-mails leave through Resend when its key is there; else they stay in the offline outbox. */
    RESEND_API_KEY: z.string().optional(),
    RESEND_BASE_URL: z.url().default('https://api.resend.com'),
    RESEND_WEBHOOK_SECRET: z.string().optional(),
    /** Requests a second that the account allows, over all workers. */
    RESEND_PER_SECOND: z.coerce.number().positive().default(2),
    /** `Name <address>` of a domain the provider knows. */
    MAIL_FROM: z.string().optional(),
    /** SMS and WhatsApp leave through Zenvia when its token is there. */
    ZENVIA_API_TOKEN: z.string().optional(),
    ZENVIA_BASE_URL: z.url().default('https://api.zenvia.com/v2'),
    ZENVIA_WEBHOOK_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),
    ZENVIA_PER_SECOND: z.coerce.number().positive().default(5),
    SMS_FROM: z.string().optional(),
    WHATSAPP_FROM: z.string().optional(),
    /** `whsec_…` of the inbound webhook, through which messages of customers arrive. */
    INBOUND_WEBHOOK_SECRET: z.string().startsWith('whsec_').optional(),
    /** Deliveries one worker hands over at once. */
    OUTBOX_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    /** Set if the database contains demo data. The sign-in page then offers the demo users. */
    DEMO: z.enum(['0', '1']).default('0'),
    /** A session ends after so many minutes without a request. */
    SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(720).default(60),
    /** Who must have a second factor. */
    SECOND_FACTOR: z.enum(['optional', 'admins', 'everybody']).default('optional'),
    /** Reads X-Forwarded-For for the sign-in limiter; only behind a proxy of your own. */
    TRUST_PROXY: z.enum(['0', '1']).default('0'),
    /** A PKCS #12 file: final documents are then signed with it. */
    SEAL_CERTIFICATE: z.string().optional(),
    SEAL_PASSWORD: z.string().optional(),
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().default('OpenID'),
  })
  .refine((e) => !e.RESEND_API_KEY || e.MAIL_FROM, { path: ['MAIL_FROM'], message: 'is needed with RESEND_API_KEY' })

export type Env = z.output<typeof schema>

/**
 * Parses the process environment once.
 * @throws Error naming each bad variable in one line, never its value.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, v]) => v !== ''))
  const parsed = schema.safeParse(filled)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((i) => `  ${i.path.join('.')}: ${i.message}`)
  throw new Error(`The environment is not complete:\n${faults.join('\n')}`)
}

let parsed: Env | undefined

export const env = (): Env => (parsed ??= parseEnv(process.env))

function isTimeZone(zone: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
