/** Whether this is the error of a request whose client closed the connection before its body was complete: no fault of ours. */
export const isClientAbort = (error: unknown): boolean =>
  error instanceof Error && error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET'
