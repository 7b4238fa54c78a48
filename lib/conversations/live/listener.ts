import { Client } from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { processWide } from '@/lib/process-wide'
import { NEW_MESSAGES } from './notify'

const RECONNECT_MS = 2_000

type Listen = () => void

/**
 * One database connection per process that listens for new messages, whatever the number of open pages. It is open while somebody is
 * subscribed, and opens again when it is lost; then every subscriber is called, because a notification may have been missed.
 */
export class MessageListener {
  private readonly subscribers = new Map<string, Set<Listen>>()
  private client: Client | null = null
  private timer: NodeJS.Timeout | null = null

  constructor(private readonly connectionString: () => string) {}

  /** Calls `listen` after each new message of the conversation. Returns the function that ends the subscription. */
  subscribe(conversationId: string, listen: Listen): () => void {
    const listeners = this.subscribers.get(conversationId) ?? new Set()
    this.subscribers.set(conversationId, listeners.add(listen))
    if (!this.client && !this.timer) void this.connect()
    return () => {
      listeners.delete(listen)
      if (!listeners.size && this.subscribers.get(conversationId) === listeners) this.subscribers.delete(conversationId)
      if (!this.subscribers.size) this.disconnect()
    }
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.connectionString(), keepAlive: true })
    this.client = client
    client.on('notification', ({ payload }) => this.subscribers.get(payload ?? '')?.forEach((listen) => listen()))
    client.on('error', (error) => this.lose(client, error))
    client.on('end', () => this.lose(client))
    try {
      await client.connect()
      await client.query(`listen ${NEW_MESSAGES}`)
      this.callAll()
    } catch (error) {
      this.lose(client, error)
    }
  }

  private lose(client: Client, error?: unknown): void {
    if (this.client !== client) return
    if (error) log.warn({ err: error }, 'the connection that listens for new messages was lost')
    this.client = null
    void client.end().catch(() => undefined)
    this.timer = setTimeout(() => {
      this.timer = null
      if (this.subscribers.size) void this.connect()
    }, RECONNECT_MS)
    this.timer.unref()
  }

  private disconnect(): void {
    const { client } = this
    this.client = null
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    void client?.end().catch(() => undefined)
  }

  private callAll(): void {
    for (const listeners of this.subscribers.values()) for (const listen of listeners) listen()
  }
}

export const messageListener = (): MessageListener =>
  processWide('message-listener', () => new MessageListener(() => env().DATABASE_URL))
