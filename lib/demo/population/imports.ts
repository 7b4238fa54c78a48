import { HELENA } from '@/lib/auth/demo-users'
import { importFile, type Row } from '../activities/imports'
import { dayOf, daysBefore } from '../seed-clock'
import type { Timeline } from '../timeline'
import { ATTRIBUTES } from '../vocabulary/words'
import { groupedBy, type Newcomer } from './newcomer'

/** A file of the old system is imported every quarter. */
const EVERY_DAYS = 91
const LAST_DAYS_AGO = 3
const FILES = 13

/** The next import after a moment. */
export function arrivalAfter(now: Date, since: Date): Date {
  const moments = Array.from({ length: FILES }, (_, index) => daysBefore(now, LAST_DAYS_AGO + index * EVERY_DAYS))
  return moments.findLast((moment) => moment > since) ?? moments[0]!
}

/** Imports one file for each moment at which customers arrive. */
export function addImports(timeline: Timeline, newcomers: readonly Newcomer[]): void {
  const files = groupedBy(newcomers, ({ arrivedAt }) => arrivedAt.getTime())
  for (const [moment, people] of files) {
    const at = new Date(moment)
    const rows = people.map((person) => rowOf(person, at))
    const customerIds = people.map(({ customerId }) => customerId)
    timeline.add(at, HELENA, importFile({ fileName: `clientes-${dayOf(at)}.csv`, source: 'legado', rows, customerIds }))
  }
}

const SEX = { female: 'F', male: 'M', other: 'Outro', undisclosed: 'Não informado' } as const

function rowOf({ random, profile, knownSince }: Newcomer, at: Date): Row {
  const { registration: known, store, mobile, whatsapp, landline, email, address } = profile
  const purchase = random.chance(0.6) ? dayOf(daysBefore(at, random.int(1, 80))) : null
  const row: Row = {
    Código: `C-${random.digits(6)}`,
    'Tipo de pessoa': known.kind === 'company' ? 'PJ' : 'PF',
    'Nome completo': known.name,
    'Nome fantasia': known.preferredName,
    CPF: known.documentType === 'cpf' ? known.documentNumber : null,
    CNPJ: known.documentType === 'cnpj' ? known.documentNumber : null,
    Nascimento: known.birthOn,
    Sexo: known.sex ? SEX[known.sex] : null,
    Loja: store.name,
    'Cadastrado em': dayOf(knownSince),
    'Como conheceu': known.howMet,
    Observações: known.remarks,
    'Última compra': purchase,
    Celular: mobile,
    WhatsApp: whatsapp,
    Telefone: landline,
    'E-mail': email,
    Logradouro: address?.street,
    Número: address?.number,
    Complemento: address?.complement,
    Bairro: address?.district,
    Cidade: address?.city,
    UF: address?.state,
    CEP: address?.postalCode,
  }
  for (const [name, values] of ATTRIBUTES) row[name] = random.chance(0.14) ? random.pick(values) : null
  return row
}
