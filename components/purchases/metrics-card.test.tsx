import { renderToStaticMarkup } from 'react-dom/server'
import { i18n } from '@/lib/i18n/translator'
import { LOCALES } from '@/lib/i18n/locale'
import { metricsOf } from '@/lib/purchases/metrics'
import { MetricsCard } from './metrics-card'
import { monthsCard } from './months-card'

const BRL = {
  ...{ currency: 'BRL', purchases: 8, total: 100_000, returned: 10_000, excluded: 5_000, lastLeft: '2026-11-20' },
  ...{ leftLately: 7, netLately: 80_000, months: [{ month: '2026-11', purchases: 1, net: 12_345 }] },
}
const CREDITS = { currency: 'BRL', generated: 9_000, used: 3_000, salesWithCredit: 40_000, usedInSales: 3_000 }
const DAYS = { firstDay: '2025-10-01', lastDay: '2026-11-20', purchases: 8, daysInYear: 5 }

const metrics = metricsOf({ days: DAYS, currencies: [BRL], credits: [CREDITS] }, '2026-11-29')

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')

it('shows each figure with its formula and its inputs', () => {
  const text = textOf(renderToStaticMarkup(<MetricsCard metrics={metrics} i18n={i18n('pt-BR')} />))
  expect(text).toContain('Retornos em 2026 5 vezes')
  expect(text).toContain('Média de dias entre compras 59,3 dias')
  expect(text).toContain('(20/11/2026 − 01/10/2025) ÷ (8 − 1) = 415 ÷ 7')
  expect(text).toContain('Ticket total R$ 850,00')
  expect(text).toContain('R$ 1.000,00 − R$ 100,00 − R$ 50,00')
  expect(text).toContain('Ticket médio R$ 106,25')
  expect(text).toContain('Incremento de venda R$ 370,00')
  expect(text).toContain('Venda por R$ 1,00 de crédito R$ 13,33')
  expect(text).toContain('Recência, frequência e valor Campeão')
  expect(text).toContain('Campeão: recência 4 a 5, frequência e valor 4 a 5.')
})

it('shows a dash where a division has no meaning', () => {
  const none = metricsOf(
    {
      days: { ...DAYS, firstDay: null, lastDay: null, purchases: 0, daysInYear: 0 },
      currencies: null,
      credits: [CREDITS],
    },
    '2026-11-29',
  )
  const text = textOf(renderToStaticMarkup(<MetricsCard metrics={none} i18n={i18n('pt-BR')} />))
  expect(text).toContain('Média de dias entre compras —')
  expect(text).toContain('Ticket médio —')
  expect(text).toContain('Recência, frequência e valor —')
})

it.each(LOCALES)('is complete in %s', async (locale) => {
  const html = renderToStaticMarkup(
    <>
      <MetricsCard metrics={metrics} i18n={i18n(locale)} />
      {await monthsCard(metrics.currencies[0]!, i18n(locale))}
    </>,
  )
  expect(html).toContain('<svg')
  expect(textOf(html)).not.toMatch(/purchases\.[a-z]|\{/)
})
