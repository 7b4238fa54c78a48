import en from './en/profile.json'
import es from './es/profile.json'
import ptBR from './pt-BR/profile.json'

export default { 'pt-BR': ptBR, es, en }
