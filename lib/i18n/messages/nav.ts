import en from './en/nav.json'
import es from './es/nav.json'
import ptBR from './pt-BR/nav.json'

export default { 'pt-BR': ptBR, es, en }
