import { rememberedPlace } from '@/lib/search/list-place/cookie-name'
import { PLACE_PARAMETER } from '@/lib/search/list-place/paths'
import { PLACE_LENGTH_MAX } from '@/lib/search/list-place/place'
import type { Middleware } from './exchange'

const PROFILE = /^\/customers\/[0-9a-f-]{36}(\/|$)/
const BASE64_URL = /^[\w-]+$/

/**
 * Remembers the place in a list with which a profile was opened. A page cannot set a cookie, and only the link from the list has the place
 * in its address.
 */
export const rememberListPlace: Middleware = ({ request, response, pathname, query }, next) => {
  const place = PROFILE.test(pathname) ? new URLSearchParams(query).get(PLACE_PARAMETER) : null
  const isShown = request.method === 'GET' && !('next-router-prefetch' in request.headers)
  if (place && isShown && place.length <= PLACE_LENGTH_MAX && BASE64_URL.test(place))
    response.appendHeader('set-cookie', rememberedPlace(place))
  return next()
}
