import { startOpenId } from '@/lib/auth/openid-routes'
import { publicHandler } from '@/lib/http/public-handler'

export const GET = publicHandler(({ request }) => startOpenId(request))
