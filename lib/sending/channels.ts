/** For pages and forms, which do not know the schema. */
export { SEND_CHANNELS } from '@/db/schema/journeys'
