import en from './en/customers.json'
import es from './es/customers.json'
import ptBR from './pt-BR/customers.json'

export default { 'pt-BR': ptBR, es, en }
