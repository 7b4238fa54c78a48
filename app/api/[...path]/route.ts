import { answer, publicHandler } from '@/lib/http/public-handler'

/**
 * Answers 404 below `/api` where no other handler matches. Otherwise a page would match, and run the server action
 * posted to it.
 */
const notFound = publicHandler(() => answer(404))

export {
  notFound as DELETE,
  notFound as GET,
  notFound as HEAD,
  notFound as OPTIONS,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
}
