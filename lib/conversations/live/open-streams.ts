import { processWide } from '@/lib/process-wide'

/** A user rarely has more conversations open; each holds a connection of the server. */
const PER_USER_MAX = 6
const PER_PROCESS_MAX = 500

type OpenStream = { userId: string; end: () => void }

/** The streams that are open in this process, shared by Next's bundles and the server. */
const openStreams = () => processWide('conversation-streams', () => new Set<OpenStream>())

/** Whether a user may open another stream. */
export function hasRoomFor(userId: string): boolean {
  const streams = openStreams()
  const own = [...streams].filter((stream) => stream.userId === userId)
  return streams.size < PER_PROCESS_MAX && own.length < PER_USER_MAX
}

/** Registers an open stream. Returns the function that removes it. */
export function register(stream: OpenStream): () => void {
  openStreams().add(stream)
  return () => openStreams().delete(stream)
}

/** Ends all streams of this process, so that it can stop. Browsers connect again, to another process. */
export function endStreams(): void {
  for (const { end } of [...openStreams()]) end()
}
