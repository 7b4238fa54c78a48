import QRCode from 'qrcode'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import { formatIdDocument, isCnpj, isCpf } from '@/lib/values/tax-id'
import { originOf } from '../address-origin'
import { originText } from '../origin-text'
import { drawable } from '@/lib/pdf/drawable'
import type { Laudo } from '@/lib/pdf/laudo'
import { detailsOf, type EvidenceRow } from '@/lib/evidence/evidence'
import type { SendChannel } from '@/lib/sending/address'
import { signerNames } from '../signer-names'
import type { Acceptance } from '../signing/lock'
import type { NameMatch } from '../signing/name-match'
import { verifyUrl } from '../verify/url'

export type Sealed = {
  acceptance: Acceptance
  document: { title: string; number: string; fileName: string; pages: number }
  evidence: readonly EvidenceRow[]
}

/** The report is always in Portuguese, because it is evidence under Brazilian law. */
const texts = () => i18n('pt-BR')

const BRASILIA = 'America/Sao_Paulo'
const inZone = (at: Date, timeZone: string) =>
  texts().format.dateTime(at, { dateStyle: 'short', timeStyle: 'medium', timeZone })
const brasilia = (at: Date) => texts().t('acceptances.laudo.brasilia', { at: inZone(at, BRASILIA) })
const utc = (at: Date) => texts().t('acceptances.laudo.utc', { at: inZone(at, 'UTC') })

/** Returns the content of the report page of an accepted document (A3). */
export function laudoOf(sealed: Sealed): Laudo {
  const { t } = texts()
  const { acceptance, evidence } = sealed
  const url = verifyUrl(acceptance.protocol)
  return {
    title: t('acceptances.laudo.title'),
    company: env().COMPANY_NAME,
    protocol: { label: t('acceptances.laudo.protocol'), value: acceptance.protocol },
    groups: [aboutDocument(sealed), aboutParties(sealed), aboutAcceptance(sealed)],
    terms: { title: t('acceptances.laudo.terms'), text: acceptance.terms },
    log: {
      title: t('acceptances.laudo.log'),
      columns: [
        t('acceptances.laudo.event'),
        t('acceptances.laudo.brasiliaTime'),
        t('acceptances.laudo.utcTime'),
        t('acceptances.laudo.origin'),
      ],
      rows: evidence.map((row) => [
        t(`acceptances.events.${row.kind}`),
        inZone(row.at, BRASILIA),
        inZone(row.at, 'UTC'),
        sourceOf(row),
      ]),
    },
    verify: { title: t('acceptances.laudo.verify'), text: t('acceptances.laudo.verifyText'), url, qr: qrOf(url) },
    legal: t('acceptances.laudo.legal'),
    page: t('acceptances.laudo.page', { page: '{page}', pages: '{pages}' }),
    language: 'pt-BR',
    at: acceptance.decidedAt!,
  }
}

function aboutDocument({ acceptance, document }: Sealed) {
  const { t } = texts()
  return {
    title: t('acceptances.laudo.document'),
    facts: [
      { label: t('acceptances.laudo.documentTitle'), value: document.title },
      { label: t('acceptances.laudo.number'), value: document.number },
      { label: t('acceptances.laudo.file'), value: document.fileName },
      { label: t('acceptances.laudo.pages'), value: String(document.pages) },
      { label: t('acceptances.laudo.original'), value: acceptance.originalSha256, code: true },
    ],
  }
}

function aboutParties({ acceptance, evidence }: Sealed) {
  const { t } = texts()
  const { COMPANY_NAME: company, COMPANY_DOCUMENT: registration } = env()
  const { shown, civil } = signerNames(acceptance, evidence)
  const { name: typed, nameMatch } = detailsOf(evidence.find((row) => row.kind === 'accepted') ?? { details: null })
  return {
    title: t('acceptances.laudo.parties'),
    facts: [
      { label: t('acceptances.laudo.company'), value: company },
      ...(registration ? [{ label: t('acceptances.laudo.companyDocument'), value: registration }] : []),
      { label: t('acceptances.laudo.signer'), value: shown },
      ...(civil ? [{ label: t('acceptances.laudo.civilName'), value: civil }] : []),
      ...(acceptance.signerDocument
        ? [{ label: t('acceptances.laudo.signerDocument'), value: written(acceptance.signerDocument) }]
        : []),
      { label: t('acceptances.laudo.typedName'), value: String(typed ?? '') },
      // Older acceptances have no comparison.
      ...(nameMatch
        ? [
            {
              label: t('acceptances.laudo.nameMatch'),
              value: t(`acceptances.nameMatch.${nameMatch as NameMatch}`),
            },
          ]
        : []),
    ],
  }
}

function aboutAcceptance(sealed: Sealed) {
  const { acceptance, evidence } = sealed
  const { t } = texts()
  const row = evidence.find(({ kind }) => kind === 'accepted')
  const hash = evidence.at(-1)?.hash.toString('hex') ?? ''
  const at = acceptance.decidedAt!
  const channel = t(`acceptances.channels.${acceptance.channel}`)
  // Older acceptances have no details of their links.
  const used = row ? detailsOf(row) : {}
  const linkAddress = String(used.linkAddress ?? acceptance.address)
  const linkChannel = t(`acceptances.channels.${(used.linkChannel ?? acceptance.channel) as SendChannel}`)
  const isOther = linkAddress !== acceptance.address || linkChannel !== channel
  return {
    title: t('acceptances.laudo.acceptance'),
    facts: [
      { label: t('acceptances.laudo.acceptedAt'), value: `${brasilia(at)} · ${utc(at)}` },
      {
        label: t('acceptances.laudo.method'),
        value: isOther
          ? t('acceptances.laudo.methodOtherText', { channel, address: acceptance.address, linkChannel, linkAddress })
          : t('acceptances.laudo.methodText', { channel, address: acceptance.address }),
      },
      ...originFacts(sealed),
      { label: t('acceptances.laudo.ip'), value: row?.ip ?? t('acceptances.laudo.unknown') },
      {
        label: t('acceptances.laudo.browser'),
        value: row?.userAgent ? drawable(row.userAgent) : t('acceptances.laudo.unknown'),
      },
      { label: t('acceptances.laudo.chain'), value: t('acceptances.laudo.chainText', { hash }), code: true },
    ],
  }
}

/** Where the address came from, and who approved it. Evidence from before this was recorded says nothing. */
function originFacts({ evidence }: Sealed) {
  const { t } = texts()
  const origin = originOf(detailsOf(evidence.find(({ kind }) => kind === 'requested') ?? { details: null }))
  const approved = evidence.find(({ kind }) => kind === 'approved')
  const approval = approved && { name: String(detailsOf(approved).byName ?? ''), at: brasilia(approved.at) }
  return [
    ...(origin ? [{ label: t('acceptances.laudo.addressOrigin'), value: originText(origin, texts()) }] : []),
    ...(approval
      ? [{ label: t('acceptances.laudo.approval'), value: t('acceptances.laudo.approvalText', approval) }]
      : []),
  ]
}

const sourceOf = ({ ip, userAgent }: EvidenceRow) =>
  [ip, userAgent && drawable(userAgent)].filter(Boolean).join(' · ') || texts().t('acceptances.laudo.system')

function written(number: string): string {
  if (isCpf(number)) return `CPF ${formatIdDocument('cpf', number)}`
  return isCnpj(number) ? `CNPJ ${formatIdDocument('cnpj', number)}` : number
}

/** Draws the code as one path of unit squares, so that it is sharp at any size. */
function qrOf(url: string): { size: number; path: string } {
  const { size, data } = QRCode.create(url, { errorCorrectionLevel: 'M' }).modules
  const dark = [...data].flatMap((on, at) => (on ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : []))
  return { size, path: dark.join('') }
}
