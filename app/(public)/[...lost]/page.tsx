import { notFound } from 'next/navigation'
import { publicPage, publicTitle } from '@/components/page/public-page'

export const generateMetadata = publicTitle(({ t }) => t('common.notFoundTitle'))

/** Every address that nothing else answers. */
export default publicPage('/(public)/[...lost]/page', async () => notFound())
