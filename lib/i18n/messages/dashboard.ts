import en from './en/dashboard.json'
import es from './es/dashboard.json'
import ptBR from './pt-BR/dashboard.json'

export default { 'pt-BR': ptBR, es, en }
