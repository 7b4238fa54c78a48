import { withResponse } from '@/lib/http/response-status'
import type { Middleware } from './exchange'

/** Lets the page that Next renders set the status of its response. */
export const responseContext: Middleware = ({ response }, next) => withResponse(response, next)
