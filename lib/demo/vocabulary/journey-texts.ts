/** The messages of the demo's journeys, step by step. */
export const WELCOME = [
  {
    channel: 'email',
    step: 1,
    name: 'Que bom ter você aqui',
    subject: '{{name}}, que bom ter você na {{company}}',
    body: 'Olá, {{name}}!\n\nSeu cadastro está pronto. A partir de agora, documentos, contratos e novidades chegam por aqui, nos canais que você escolher.\n\nSe algum dado estiver errado, é só responder a esta mensagem.\n\nAté logo,\nEquipe {{company}}',
  },
  {
    channel: 'email',
    step: 2,
    name: 'Primeiros passos',
    subject: 'Três coisas úteis para começar',
    body: 'Olá, {{name}}!\n\nPara aproveitar melhor:\n1. confira seus contatos com a loja;\n2. diga por qual canal prefere falar com a gente;\n3. guarde nosso número na agenda.\n\nQualquer dúvida, estamos à disposição.\nEquipe {{company}}',
  },
  {
    channel: 'sms',
    step: 1,
    name: 'Boas-vindas',
    body: '{{company}}: {{name}}, seu cadastro está pronto. Fale com a gente por este número quando precisar.',
  },
  {
    channel: 'whatsapp',
    step: 1,
    name: 'Boas-vindas',
    body: 'Oi, {{name}}! Aqui é da {{company}}. Seu cadastro está pronto. Podemos falar com você por aqui?',
  },
] as const

export const REISSUE = [
  {
    channel: 'email',
    step: 1,
    name: 'Segunda via',
    subject: 'Segunda via dos seus documentos',
    body: 'Olá, {{name}}!\n\nComo você pediu, aqui está a segunda via: {{documents}}.\n\n{{link}}\n\nO acesso é pessoal e vale por 30 dias.\n\nEquipe {{company}}',
  },
  {
    channel: 'email',
    step: 2,
    name: 'Lembrete da segunda via',
    subject: 'Seus documentos ainda estão disponíveis',
    body: 'Olá, {{name}}!\n\nOs documentos que você pediu continuam à sua espera: {{documents}}.\n\n{{link}}\n\nEquipe {{company}}',
  },
  {
    channel: 'sms',
    step: 1,
    name: 'Segunda via',
    body: '{{company}}: {{name}}, a segunda via que você pediu está aqui: {{link}}',
  },
  {
    channel: 'whatsapp',
    step: 1,
    name: 'Segunda via',
    body: 'Oi, {{name}}! A segunda via que você pediu ({{documents}}) está aqui: {{link}}',
  },
] as const

export const CONTRACT = [
  {
    channel: 'email',
    step: 1,
    name: 'Contrato para aceite',
    subject: 'Seu contrato está pronto para o aceite',
    body: 'Olá, {{name}}!\n\nPreparamos {{documents}} para você. Leia com calma e, se estiver tudo certo, dê o seu aceite:\n\n{{link}}\n\nSe algo não estiver como combinado, responda a esta mensagem antes de aceitar.\n\nEquipe {{company}}',
  },
  {
    channel: 'email',
    step: 2,
    name: 'Lembrete do aceite',
    subject: 'Falta só o seu aceite',
    body: 'Olá, {{name}}!\n\n{{documents}} ainda espera o seu aceite. Leva um minuto:\n\n{{link}}\n\nEquipe {{company}}',
  },
  {
    channel: 'email',
    step: 3,
    name: 'Último aviso do aceite',
    subject: 'Seu prazo de aceite termina amanhã',
    body: 'Olá, {{name}}!\n\nO prazo para aceitar {{documents}} termina amanhã. Depois disso será preciso pedir um novo envio.\n\n{{link}}\n\nEquipe {{company}}',
  },
  {
    channel: 'sms',
    step: 1,
    name: 'Contrato para aceite',
    body: '{{company}}: {{name}}, seu contrato está pronto. Leia e aceite em {{link}}',
  },
  {
    channel: 'sms',
    step: 2,
    name: 'Lembrete do aceite',
    body: '{{company}}: {{name}}, falta só o seu aceite: {{link}}',
  },
  {
    channel: 'whatsapp',
    step: 1,
    name: 'Contrato para aceite',
    body: 'Oi, {{name}}! {{documents}} está pronto para o seu aceite: {{link}}',
  },
] as const

export const BILLING = [
  {
    channel: 'email',
    step: 1,
    name: 'Vencimento próximo',
    subject: 'Sua parcela vence em três dias',
    body: 'Olá, {{name}}!\n\nSó para lembrar: sua parcela vence em três dias. Se já pagou, desconsidere.\n\nPrecisa de outra data? Responda a esta mensagem e a gente conversa.\n\nEquipe {{company}}',
  },
  {
    channel: 'email',
    step: 2,
    name: 'Parcela em aberto',
    subject: 'Notamos uma parcela em aberto',
    body: 'Olá, {{name}}!\n\nAinda não identificamos o pagamento da sua última parcela. Aconteceu alguma coisa? Podemos combinar uma nova data, sem complicação.\n\nEquipe {{company}}',
  },
  {
    channel: 'sms',
    step: 1,
    name: 'Vencimento próximo',
    body: '{{company}}: {{name}}, sua parcela vence em 3 dias. Se já pagou, desconsidere.',
  },
  {
    channel: 'sms',
    step: 3,
    name: 'Proposta de acordo',
    body: '{{company}}: {{name}}, temos uma proposta para regularizar sua parcela. Responda SIM para receber.',
  },
  {
    channel: 'whatsapp',
    step: 2,
    name: 'Parcela em aberto',
    body: 'Oi, {{name}}! Notamos uma parcela em aberto. Quer combinar uma nova data por aqui?',
  },
] as const

export const OFFERS = [
  {
    channel: 'email',
    step: 1,
    name: 'Ofertas do mês',
    subject: '{{name}}, separamos ofertas para você',
    body: 'Olá, {{name}}!\n\nEste mês tem novidade nas prateleiras e preço bom em muita coisa que você já conhece. Passe na loja ou escolha pelo site.\n\nEquipe {{company}}',
  },
  {
    channel: 'email',
    step: 2,
    name: 'Últimos dias',
    subject: 'Últimos dias de ofertas',
    body: 'Olá, {{name}}!\n\nAs ofertas deste mês terminam no domingo. Ainda dá tempo.\n\nEquipe {{company}}',
  },
  {
    channel: 'sms',
    step: 1,
    name: 'Ofertas do mês',
    body: '{{company}}: {{name}}, as ofertas do mês chegaram. Para sair, responda SAIR.',
  },
  {
    channel: 'whatsapp',
    step: 1,
    name: 'Ofertas do mês',
    body: 'Oi, {{name}}! As ofertas do mês chegaram. Quer receber o catálogo por aqui?',
  },
] as const

export const BIRTHDAY = [
  {
    channel: 'email',
    step: 1,
    name: 'Parabéns',
    subject: 'Feliz aniversário, {{name}}!',
    body: 'Olá, {{name}}!\n\nHoje o dia é seu. Passe na loja nesta semana: tem um presente esperando por você.\n\nUm abraço,\nEquipe {{company}}',
  },
  {
    channel: 'sms',
    step: 1,
    name: 'Parabéns',
    body: '{{company}}: feliz aniversário, {{name}}! Tem um presente esperando por você na loja.',
  },
  {
    channel: 'whatsapp',
    step: 1,
    name: 'Parabéns',
    body: 'Feliz aniversário, {{name}}! Passe na loja nesta semana: tem um presente esperando por você.',
  },
] as const

export const CLEARANCE = [
  {
    channel: 'email',
    step: 1,
    name: 'Queima de estoque',
    subject: 'Só até sábado: queima de estoque',
    body: 'Olá, {{name}}!\n\nAbrimos espaço para a nova coleção: peças selecionadas com até metade do preço, até sábado.\n\nEquipe {{company}}',
  },
  {
    channel: 'sms',
    step: 1,
    name: 'Queima de estoque',
    body: '{{company}}: {{name}}, queima de estoque até sábado. Para sair, responda SAIR.',
  },
] as const
