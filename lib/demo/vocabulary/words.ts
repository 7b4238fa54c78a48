export const HOW_MET = [
  'Instagram',
  'Indicação de uma amiga',
  'Passou em frente à loja',
  'Busca na internet',
  'Cliente há muitos anos',
  'Feira do bairro',
  'Anúncio no rádio',
] as const

export const REMARKS = [
  'Prefere atendimento pela manhã.',
  'Pede nota fiscal com CPF.',
  'Vem sempre com a mãe; tratar por dona Lourdes.',
  'Costuma retirar na loja.',
  'Alergia a perfume forte: evitar amostras.',
  'Não atende números desconhecidos; mandar mensagem antes.',
] as const

export const NOTES = [
  'Ligou para confirmar o horário de retirada. Tudo certo.',
  'Pediu para trocar o tamanho; separado no estoque até sexta.',
  'Reclamou da demora na entrega. Pedi desculpas e prometi retorno amanhã.',
  'Retorno feito: aceitou a troca e agradeceu.',
  'Quer ser avisada quando a nova coleção chegar.',
  'Perguntou sobre parcelamento em seis vezes.',
  'Não atendeu; deixei recado no WhatsApp.',
  'Comprou presente para a filha. Aniversário em agosto.',
  'Prefere boleto a cartão.',
  'Confirmou o endereço novo por telefone.',
  'Pediu a segunda via da nota. Enviada.',
  'Esteve na loja e não encontrou a vendedora; combinar visita.',
  'Elogiou o atendimento da Júlia.',
  'Achou o preço alto, mas pediu para guardar a proposta.',
  'Solicitou orçamento para dez unidades.',
  'Disse que o número antigo foi clonado; usar só o novo.',
] as const

export const COMPANY_NOTES = [
  'Pediu orçamento para reposição do trimestre.',
  'Nota fiscal deve sair em nome da matriz.',
  'Pagamento a 28 dias aprovado pela gerência.',
  'Trocou o responsável por compras; confirmar o novo e-mail.',
  'Entrega só até as 11 h, pela entrada de serviço.',
  'Solicitou a segunda via do boleto. Enviada.',
] as const

export const BLOCK_REASONS = [
  'Número de terceiros',
  'Pediu para não receber mensagens aqui',
  'Caixa de entrada cheia',
] as const

export const CANCEL_REASONS = ['Recebo mensagens demais', 'Não me interessa mais', 'Nunca me inscrevi'] as const

/** Named as the systems that captured them name them. */
export const ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['Clube de fidelidade', ['Bronze', 'Prata', 'Ouro']],
  ['Tamanho de calçado', ['35', '36', '37', '38', '39', '40', '41', '42']],
  ['Campanha de origem', ['Dia das Mães', 'Black Friday', 'Volta às aulas', 'Inverno']],
  ['Faixa de compra', ['Até R$ 200', 'R$ 200 a R$ 500', 'Acima de R$ 500']],
  ['time_de_coracao', ['Corinthians', 'Cruzeiro', 'Sport', 'Náutico', 'Atlético', 'Palmeiras', 'Nenhum']],
])

export const CASE_SUBJECTS = [
  'Pedido não chegou',
  'Troca por outro tamanho',
  'Cobrança em duplicidade',
  'Produto com defeito',
  'Dúvida sobre a garantia',
  'Segunda via do boleto',
  'Nota fiscal com dados errados',
  'Reclamação do atendimento',
] as const
