import en from './en/auth.json'
import es from './es/auth.json'
import ptBR from './pt-BR/auth.json'

export default { 'pt-BR': ptBR, es, en }
