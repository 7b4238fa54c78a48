import en from './en/sending.json'
import es from './es/sending.json'
import ptBR from './pt-BR/sending.json'

export default { 'pt-BR': ptBR, es, en }
