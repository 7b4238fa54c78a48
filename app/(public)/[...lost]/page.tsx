import { notFound } from 'next/navigation'
import { publicPage, publicTitle } from '@/app/_frame/public-page'

export const generateMetadata = publicTitle(({ t }) => t('common.notFoundTitle'))

/** Renders the 404 page for every address without a route. */
export default publicPage(async () => notFound())
