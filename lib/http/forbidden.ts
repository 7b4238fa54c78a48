/** Thrown by a page when the viewer has no access; `withErrorPages` renders the refusal. Next's `forbidden()` is experimental and adds its page to every response. */
export class Forbidden extends Error {
  override name = 'Forbidden'
}
