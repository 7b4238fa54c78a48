import { SEND_CHANNELS } from '@/db/schema/journeys'
import type { SendChannel } from './address'

/** For pages and forms, which do not know the schema. */
export { SEND_CHANNELS }

export const isSendChannel = (text: unknown): text is SendChannel => SEND_CHANNELS.some((channel) => channel === text)
