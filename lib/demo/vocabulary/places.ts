import { BOA_VIAGEM, type DemoStore, ECOMMERCE, PAULISTA, SAVASSI } from '../stores'

export type Place = {
  city: string
  state: string
  ddd: string
  /** Each with the first five digits of its postal codes. */
  districts: readonly (readonly [name: string, postal: string])[]
  /** Ninth digit of the CPFs issued there (Receita Federal's fiscal regions). */
  cpfRegion: number
}

const place = (city: string, state: string, ddd: string, cpfRegion: number, districts: Place['districts']): Place => ({
  city,
  state,
  ddd,
  cpfRegion,
  districts,
})

const SAO_PAULO = place('São Paulo', 'SP', '11', 8, [
  ['Bela Vista', '01310'],
  ['Vila Mariana', '04038'],
  ['Pinheiros', '05422'],
  ['Mooca', '03103'],
])
const BELO_HORIZONTE = place('Belo Horizonte', 'MG', '31', 6, [
  ['Savassi', '30112'],
  ['Lourdes', '30140'],
  ['Pampulha', '31270'],
])
const RECIFE = place('Recife', 'PE', '81', 4, [
  ['Boa Viagem', '51020'],
  ['Casa Forte', '52061'],
  ['Madalena', '50610'],
])

/** The places where the customers of each store live, the most common first. */
export const PLACES: ReadonlyMap<DemoStore, readonly Place[]> = new Map([
  [
    PAULISTA,
    [
      SAO_PAULO,
      place('Guarulhos', 'SP', '11', 8, [
        ['Centro', '07012'],
        ['Macedo', '07012'],
      ]),
      place('Campinas', 'SP', '19', 8, [
        ['Cambuí', '13024'],
        ['Barão Geraldo', '13083'],
      ]),
      place('Santos', 'SP', '13', 8, [
        ['Gonzaga', '11045'],
        ['Boqueirão', '11045'],
      ]),
    ],
  ],
  [
    SAVASSI,
    [
      BELO_HORIZONTE,
      place('Contagem', 'MG', '31', 6, [
        ['Eldorado', '32017'],
        ['Centro', '32017'],
      ]),
      place('Ouro Preto', 'MG', '31', 6, [
        ['Pilar', '35400'],
        ['Antônio Dias', '35400'],
      ]),
      place('Uberlândia', 'MG', '34', 6, [
        ['Santa Mônica', '38400'],
        ['Fundinho', '38400'],
      ]),
    ],
  ],
  [
    BOA_VIAGEM,
    [
      RECIFE,
      place('Olinda', 'PE', '81', 4, [
        ['Carmo', '53020'],
        ['Casa Caiada', '53020'],
      ]),
      place('João Pessoa', 'PB', '83', 4, [
        ['Tambaú', '58039'],
        ['Manaíra', '58039'],
      ]),
      place('Maceió', 'AL', '82', 4, [
        ['Pajuçara', '57035'],
        ['Jatiúca', '57035'],
      ]),
    ],
  ],
  [
    ECOMMERCE,
    [
      SAO_PAULO,
      place('Rio de Janeiro', 'RJ', '21', 7, [
        ['Copacabana', '22041'],
        ['Tijuca', '20511'],
      ]),
      place('Curitiba', 'PR', '41', 9, [
        ['Batel', '80420'],
        ['Juvevê', '80420'],
      ]),
      place('Porto Alegre', 'RS', '51', 0, [
        ['Bom Fim', '90035'],
        ['Moinhos de Vento', '90035'],
      ]),
      place('Salvador', 'BA', '71', 5, [
        ['Barra', '40140'],
        ['Rio Vermelho', '40140'],
      ]),
      place('Fortaleza', 'CE', '85', 3, [
        ['Aldeota', '60115'],
        ['Meireles', '60115'],
      ]),
      place('Brasília', 'DF', '61', 1, [
        ['Asa Sul', '70390'],
        ['Asa Norte', '70390'],
      ]),
      place('Belém', 'PA', '91', 2, [
        ['Umarizal', '66055'],
        ['Nazaré', '66055'],
      ]),
      place('Florianópolis', 'SC', '48', 9, [
        ['Centro', '88015'],
        ['Trindade', '88015'],
      ]),
      place('Goiânia', 'GO', '62', 1, [
        ['Setor Oeste', '74120'],
        ['Setor Bueno', '74120'],
      ]),
    ],
  ],
])

export const STREETS = [
  'Rua das Acácias',
  'Rua Sete de Setembro',
  'Avenida Brasil',
  'Rua Tiradentes',
  'Rua Santa Luzia',
  'Rua Quinze de Novembro',
  'Rua dos Ipês',
  'Avenida Getúlio Vargas',
  'Rua Padre Anchieta',
  'Rua São João',
  'Rua Dom Pedro II',
  'Travessa do Comércio',
  'Rua Barão do Rio Branco',
  'Alameda dos Jacarandás',
  'Rua Machado de Assis',
  'Rua Castro Alves',
  'Avenida Independência',
  'Rua da Aurora',
  'Rua Voluntários da Pátria',
] as const

export const COMPLEMENTS = ['ap. 12', 'ap. 304', 'casa 2', 'bloco B, ap. 61', 'fundos', 'cobertura'] as const
