import { CHANNELS } from '@/db/schema/contacts'

export { CHANNELS }

export type Channel = (typeof CHANNELS)[number]

export const isChannel = (text: unknown): text is Channel => CHANNELS.some((channel) => channel === text)

/** The form field that shows an error about the value. */
export const valueField = (channel: Channel) => (channel === 'address' ? 'street' : 'value')
