import { notFound } from 'next/navigation'
import { publicPage, publicTitle } from '@/app/_frame/public-page'

export const generateMetadata = publicTitle(({ t }) => t('common.notFoundTitle'))

/** Every address that nothing else answers. */
export default publicPage(async () => notFound())
