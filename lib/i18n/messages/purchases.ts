import en from './en/purchases.json'
import es from './es/purchases.json'
import ptBR from './pt-BR/purchases.json'

export default { 'pt-BR': ptBR, es, en }
