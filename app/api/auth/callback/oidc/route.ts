import { finishOpenId } from '@/lib/auth/openid-routes'

export const GET = finishOpenId
