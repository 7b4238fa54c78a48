import { database, databasePool } from '@/db/client'
import { resendTransport } from '@/lib/mail/resend'
import { runOutbox } from '@/lib/outbox/run'
import type { OutboxSettings } from '@/lib/outbox/settings'

/** The worker process that the soak test kills: sends the outbox to the fake provider at `baseUrl` until SIGTERM. */
const { baseUrl, perSecond, settings } = JSON.parse(process.argv[2] ?? '{}') as {
  baseUrl: string
  perSecond: number
  settings: OutboxSettings
}

const transport = resendTransport({ key: 're_soak', baseUrl, from: 'Retrato <ola@retrato.example>', perSecond })
const running = runOutbox({ db: database('jobs'), transport: () => transport, settings })

process.once('SIGTERM', () => {
  running
    .stop()
    .then(() => databasePool('jobs').end())
    .catch((error: unknown) => {
      console.error(error)
      process.exitCode = 1
    })
})
