export type DemoStore = { id: string; code: string; name: string }

const store = (place: number, code: string, name: string): DemoStore => ({
  id: `0190c0de-1111-7000-8000-00000000000${place}`,
  code,
  name,
})

export const PAULISTA = store(1, 'paulista', 'Loja Paulista')
export const SAVASSI = store(2, 'savassi', 'Loja Savassi')
export const BOA_VIAGEM = store(3, 'boa-viagem', 'Loja Boa Viagem')
export const ECOMMERCE = store(4, 'ecommerce', 'E-commerce')

export const DEMO_STORES: readonly DemoStore[] = [PAULISTA, SAVASSI, BOA_VIAGEM, ECOMMERCE]
