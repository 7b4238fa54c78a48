import { answer, publicHandler } from '@/lib/http/public-handler'

/** Every address below `/api` that no other handler answers. Without it a page would answer, and run the action that is posted to it. */
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
