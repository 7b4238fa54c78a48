import en from './en/users.json'
import es from './es/users.json'
import ptBR from './pt-BR/users.json'

export default { 'pt-BR': ptBR, es, en }
