/** What a company does, then what it is called: `Padaria` + `Estrela do Sul`. */
export const TRADES = [
  'Padaria', 'Mercado', 'Farmácia', 'Oficina', 'Clínica', 'Autopeças', 'Ótica', 'Pet Shop', 'Construtora',
  'Transportadora', 'Papelaria', 'Restaurante', 'Academia', 'Livraria', 'Floricultura', 'Gráfica', 'Lavanderia',
  'Marcenaria', 'Sorveteria', 'Distribuidora',
] as const

export const PROPER_NAMES = [
  'Estrela do Sul', 'Bom Jesus', 'Aurora', 'Vale Verde', 'Nova Era', 'Ipê Amarelo', 'São Bento', 'Três Irmãos',
  'Boa Esperança', 'Pontal', 'Serra Azul', 'Bela Vista', 'Horizonte', 'Cajueiro', 'Mandacaru', 'Atlântica',
  'Água Limpa', 'Pau-Brasil', 'Recanto', 'Avenida',
] as const

export const LEGAL_FORMS = ['Ltda.', 'Ltda.', 'Ltda.', 'ME', 'EPP', 'S.A.', 'EIRELI'] as const
