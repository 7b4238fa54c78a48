import { CHANNELS } from '@/db/schema/contacts'

export { CHANNELS }

export type Channel = (typeof CHANNELS)[number]

export const isChannel = (text: unknown): text is Channel => CHANNELS.some((channel) => channel === text)

/** The form field an error about the value belongs to. */
export const valueField = (channel: Channel) => (channel === 'address' ? 'street' : 'value')
