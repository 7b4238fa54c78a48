import { JULIA } from '@/lib/auth/demo-users'
import { account } from '../activities/accounts'
import { daysBefore } from '../seed-clock'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'

/** Accounts of Maria Clara and of a company in other systems. */
export function accounts(timeline: Timeline): void {
  const { mariaClara, headquarters } = STORIES
  timeline.add(
    daysBefore(timeline.now, 43),
    JULIA,
    account(mariaClara, {
      ...{
        source: 'Cartões',
        externalId: '5021 4478 9031',
        name: 'Cartão da loja',
        type: 'Crédito',
        product: 'Mais Vantagens',
      },
      ...{
        status: 'Ativa',
        openedOn: '2024-05-10',
        extra: 'Limite: 2.500,00\nVencimento: dia 12\nCartões adicionais: 1',
      },
    }),
    account(mariaClara, {
      ...{ source: 'Fidelidade', externalId: 'MC-88231', name: 'Clube de pontos', type: 'Pontos', status: 'Ativa' },
      ...{ extra: 'Saldo: 1.840 pontos\nNível: Ouro' },
    }),
    account(headquarters, {
      ...{ source: 'SAP', externalId: '0000471120', name: 'Conta corporativa', type: 'Faturado', status: 'Ativa' },
      ...{ extra: 'Prazo de pagamento: 28 dias\nCentro de custo: 4410' },
    }),
  )
}
