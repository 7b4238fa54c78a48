import type { PurchaseFile, Target } from './targets'

/** Column names that no file has: a target with this pattern is only mapped by hand. */
const NEVER = /^(?!)/

/** The names of columns in Portuguese, Spanish and English files and in the exports of common shops, as patterns for a `headerKey`. */
export const SYNONYMS: Record<Target, RegExp> = {
  purchaseId:
    /^((id|codigo|cod|numero|num|nr|no|n)( d[oa]| de la| del)? (pedido|compra|venda|venta|orden)|(order|purchase|sale|transaction) ?(id|no|number|code)?|pedido|compra|venda|venta|invoice ?no|cupom|ticket)$/,
  purchasedAt:
    /^((data|dt|fecha)( hora)?( d[oae]| de la| del)?( (pedido|compra|venda|venta|emissao|orden))?|(order|purchase|sale|invoice|transaction) ?(date|purchase timestamp|timestamp|time)|order purchase timestamp|(purchased|ordered|sold|paid) ?(at|on)|date|fecha|data)$/,
  total:
    /^((valor|preco|importe|monto)? ?(total|liquido)( (d[oa]|de la|del) (pedido|compra|venda|venta|nota))?|valor (d[oa]|de la|del) (pedido|compra|venda|venta)|(order|purchase|sale|grand) ?(total|amount|value)|total ?(amount|price|value)|payment value|amount)$/,
  freight: /^((valor|custo)( d[oe])? )?(frete|envio|flete)$|^(freight|shipping)( (cost|value|amount|price))?$/,
  currency: /^(moeda|moneda|currency( code)?)$/,
  situation:
    /^((status|situacao|situacion|estado|estatus)( (d[oa]|de la|del))?( (pedido|compra|venda|venta|orden))?|(order|purchase|sale|financial|fulfillment) ?status)$/,
  payment:
    /^((forma|meio|metodo|tipo|medio|condicao)s?( de| do)? (pagamento|pago)|pagamento|pago|payment( (method|type|means))?)$/,
  store: /^(loja|filial|unidade|(codigo|cod|nome)( da)? (loja|filial)|store( (code|name|id))?|tienda|sucursal)$/,
  seller: /^(vendedora?|(nome|e ?mail)( d[oa])? vendedora?|seller( (name|e ?mail))?|salesperson|sales rep|atendente)$/,
  invoiceNumber:
    /^((numero|num|nr|no|n)( d[ao]| de la)? (nota( fiscal)?|nf ?e?|fatura|factura)|nota( fiscal)?|nf ?e?|factura|invoice( (number|id))?)$/,
  invoiceUrl:
    /^((link|url)( d[ao]| de la)? ?(nota( fiscal)?|nf ?e?|danfe|factura|fatura|invoice)|invoice (url|link)|danfe)$/,
  customerId:
    /^((id|codigo|cod|numero)( d[oe]l?)? cliente|cliente( (id|codigo))?|(customer|client|buyer|user) ?(id|code|no|number)|matricula)$/,
  customerDocument:
    /^(cpf|cnpj|cpf cnpj|cnpj cpf|documento|(cpf|cnpj|documento)( d[oe]l?)? (cliente|comprador)|tax id|(customer|buyer) (document|tax id))$/,
  customerEmail:
    /^(e ?mail|correo( electronico)?|(e ?mail|correo)( d[oe]l?)? (cliente|comprador)|(customer|buyer|contact) e ?mail)$/,
  customerPhone:
    /^(telefone|celular|telefono|fone|phone|whats ?app|(telefone|celular|telefono)( d[oe]l?)? (cliente|comprador)|(customer|buyer) (phone|mobile))$/,
  line: /^(linha|item|sequencia|seq|linea|(numero|num|nr|n|no)( d[oae]l?)? (item|linha|linea)|order item id|line( item)?( (number|no|id))?|item (number|no|id))$/,
  sku: /^(sku|ref(erencia)?|(codigo|cod|id)( d[oe]l?)? produto|(codigo|id)( del?)? producto|(product|item|stock) ?(id|code|sku)|lineitem sku)$/,
  description:
    /^(produto|producto|product|descricao|descripcion|description|(nome|descricao)( d[oe])? (produto|item)|(nombre|descripcion)( del?)? producto|(product|item|lineitem) (name|description|title))$/,
  quantity:
    /^(quantidade|qtde?|qtd|cantidad|cant|quantity|qty|units|lineitem quantity|(quantidade|cantidad) (devolvida|devuelta))$/,
  unitPrice:
    /^((preco|precio)( unitario| unit)?|valor unit(ario)?|unit ?(price|value)|price|(item|lineitem) price|vl unitario)$/,
  discount: /^((valor( d[oe])? )?desconto|descuento|discount( amount)?|lineitem discount)$/,
  itemTotal: /^((valor )?total( d[oae]l?)? (item|linha|linea|produto|producto)|subtotal|(line|item) total|total item)$/,
  itemFreight: /^(freight value|(frete|flete|envio)( d[oe]l?)? (item|produto)|item (freight|shipping))$/,
  returnId:
    /^((id|codigo|numero|num|nr|n)( da| de la)? (devolucao|devolucion|troca|estorno)|(return|refund) ?(id|no|number)|devolucao|devolucion)$/,
  returnedAt:
    /^((data|dt|fecha)( da| de la)? (devolucao|devolucion|estorno|troca)|(return|refund) date|(returned|refunded) ?(at|on))$/,
  returnAmount:
    /^((valor|monto|importe)( da| de la)? ?(devolucao|devolucion|devolvido|estorno|estornado|devuelto|reembolso)|(return|refund)(ed)? ?(amount|value|total))$/,
  returnReason:
    /^(motivo( da| de la)?( (devolucao|devolucion|troca|estorno))?|(return|refund)? ?reason|razon( de la devolucion)?)$/,
  creditId:
    /^((id|codigo|cod|numero)( do| del)? (credito|bonus|cashback|vale)|(credit|bonus|voucher|cashback) ?(id|code|no)|credito|bonus)$/,
  creditAmount:
    /^((valor|monto|importe)( do| del)? (credito|bonus|cashback|vale)( gerado| generado)?|(credit|bonus|cashback|voucher) ?(amount|value)|valor gerado)$/,
  generatedAt:
    /^((data|dt|fecha)( d[oae]l?)? (geracao|credito|bonus|generacion|emissao|emision)|generated ?(at|on)|issued ?(at|on)|(credit|issue) date)$/,
  expiresOn:
    /^(validade|vencimento|vencimiento|expira( em)?|(data|dt|fecha)( d[oae]l?)? (validade|vencimento|expiracao|vencimiento|expiracion)|expires?( (at|on))?|expir(y|ation)( date)?|valid until)$/,
  useId: /^((id|codigo|numero)( d[oe]l?)? (uso|resgate|canje)|(use|redemption|usage) ?(id|no))$/,
  useAmount:
    /^((valor|monto|importe) (usado|utilizado|resgatado|canjeado|do uso|do resgate)|(used|redeemed|redemption) ?(amount|value))$/,
  usedAt: /^((data|dt|fecha)( d[oe]l?)? (uso|utilizacao|resgate|canje)|(used|redeemed) ?(at|on)|redemption date)$/,
  usedPurchaseId: /^(pedido( d[oe])? (uso|resgate)|(redemption|used in|used) order( id)?|usado no pedido)$/,
  cancellationMark: NEVER,
  negativeQuantity: NEVER,
}

const ID = /^(numero|num|nr|id)$/
const AMOUNT = /^(valor|importe|monto)$/

/** Names that mean something else in each kind of file. */
export const AMBIGUOUS: Record<PurchaseFile, Partial<Record<Target, RegExp>>> = {
  purchases: { purchaseId: ID, total: AMOUNT, unitPrice: AMOUNT },
  purchase_items: { unitPrice: AMOUNT },
  purchase_returns: { returnId: ID, returnAmount: AMOUNT },
  credits: { creditId: ID, creditAmount: AMOUNT },
}
