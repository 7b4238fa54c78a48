import { publicPage, publicTitle } from '@/app/_frame/public-page'
import { PageHeader } from '@/components/ui/page-header'
import { verifyFile, verifyProtocol } from '@/lib/acceptances/verify/find'
import { CHECK_MAX_MB } from '@/lib/acceptances/verify/hash-upload'
import { limited } from '@/lib/acceptances/verify/limit'
import { ByFile, ByProtocol } from './_parts/ways'
import { FileResult, Notice, ProtocolResult } from './_parts/results'

export const generateMetadata = publicTitle(({ t }) => t('acceptances.verify.title'))

/** Lets anybody verify a protocol number or a file. */
export default publicPage(async ({ publicCtx, search, i18n, t }) => {
  const { protocol, sha256, problem } = search
  const found = protocol ? await limited(publicCtx, () => verifyProtocol(publicCtx, protocol)) : undefined
  const file = sha256 ? await verifyFile(publicCtx, sha256) : undefined
  return (
    <div className="verify">
      <PageHeader title={t('acceptances.verify.title')} text={t('acceptances.verify.text')} />
      {found !== undefined && <ProtocolResult found={found} i18n={i18n} />}
      {file && <FileResult verdict={file} sha256={sha256!} i18n={i18n} />}
      {problem && (
        <Notice
          tone="warn"
          title={
            problem === 'too_large'
              ? t('acceptances.verify.tooLarge', { mb: CHECK_MAX_MB })
              : t('acceptances.verify.noFile')
          }
        />
      )}
      <div className="verify-ways">
        <ByProtocol typed={protocol} t={t} />
        <ByFile t={t} />
      </div>
    </div>
  )
})
