/** Thrown by a page's own function where the viewer may not enter; `answered` draws it. Next's own needs an experiment and sends its page along with every other. */
export class Forbidden extends Error {
  override name = 'Forbidden'
}
