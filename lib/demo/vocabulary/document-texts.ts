/** The texts of the demo's documents. */
export const DOCUMENT_TEXTS = {
  contract: {
    title: 'Contrato de adesão',
    body: `Pelo presente instrumento, a empresa e o cliente identificados no cadastro celebram este contrato de adesão ao programa de relacionamento e compras a prazo, que se rege pelas cláusulas a seguir.

1. Objeto. O contrato permite ao cliente comprar a prazo nas lojas da rede e nos canais digitais, dentro do limite aprovado, e participar do programa de relacionamento, sem mensalidade.

2. Limite e pagamento. O limite inicial consta do resumo das condições. As parcelas vencem no dia escolhido pelo cliente. O pagamento antecipado reduz os juros proporcionalmente, como manda o Código de Defesa do Consumidor.

3. Atraso. Sobre a parcela em atraso incidem multa de 2% e juros de mora de 1% ao mês. Antes de qualquer registro em órgão de proteção ao crédito, o cliente é avisado por escrito.

4. Dados pessoais. Os dados são tratados conforme o termo de privacidade que acompanha este contrato. O cliente pode a qualquer momento consultar, corrigir e pedir a exclusão do que não for exigido por lei.

5. Comunicações. Documentos e avisos deste contrato são enviados pelos canais que o cliente escolheu no cadastro. Ofertas dependem de autorização própria, que pode ser cancelada quando se quiser.

6. Arrependimento. Nas contratações fora da loja, o cliente pode desistir em até sete dias, sem custo.

7. Prazo e encerramento. O contrato vale por tempo indeterminado. O cliente pode encerrá-lo por qualquer canal de atendimento; as parcelas já contratadas seguem seu vencimento.

8. Aceite. O aceite eletrônico deste documento produz os efeitos previstos na Medida Provisória 2.200-2, de 2001, entre as partes que o admitem como válido.

9. Foro. Fica eleito o foro do domicílio do cliente.`,
  },
  proposal: {
    title: 'Proposta comercial',
    body: `Agradecemos o seu interesse. Esta proposta reúne o que conversamos na loja.

Limite inicial de compras: R$ 3.500,00.
Parcelamento: até 10 vezes sem juros acima de R$ 150,00 por parcela.
Entrega: grátis na cidade para pedidos acima de R$ 299,00.

A proposta vale por quinze dias.`,
  },
  privacy: {
    title: 'Termo de privacidade',
    body: `Este termo explica, sem rodeios, o que fazemos com os seus dados.

Usamos nome, documento e contatos para vender, entregar e atender. Guardamos o que a lei manda guardar, pelo prazo que ela manda. Não vendemos dados.

Você pode pedir uma cópia dos seus dados, corrigi-los, e dizer por quais canais quer ser avisado. Fale com o encarregado pelo atendimento da loja.`,
  },
  summary: {
    title: 'Resumo das condições',
    body: `Limite aprovado: R$ 3.500,00
Dia do vencimento: 10
Juros do parcelado longo: 2,49% ao mês
Custo efetivo total: 34,3% ao ano
Anuidade: não há

Em caso de dúvida, prevalece o contrato de adesão.`,
  },
  invoice: {
    title: 'Segunda via da nota',
    body: `Segunda via do documento auxiliar da nota fiscal eletrônica.

1 tênis de corrida, número 37: R$ 399,90
2 pares de meias: R$ 59,80
Desconto do programa: R$ 45,97
Total: R$ 413,73

Pagamento em 4 parcelas no cartão da loja. A chave de acesso para consulta está no verso do cupom entregue na compra.`,
  },
  declaration: {
    title: 'Declaração de quitação',
    body: `Declaramos, para os devidos fins e em cumprimento à Lei 12.007, de 2009, que não há débitos em aberto em nome do cliente referentes ao ano anterior.

Esta declaração substitui os comprovantes mensais de pagamento do período.`,
  },
  receipt: {
    title: 'Comprovante de compra',
    body: `Recebemos o pagamento integral da compra realizada em nossa loja.

Guarde este comprovante: ele vale para troca em até 30 dias e para a garantia do fabricante.`,
  },
} as const

export type DocumentText = keyof typeof DOCUMENT_TEXTS
