import { startOpenId } from '@/lib/auth/openid-routes'

export const GET = startOpenId
