import en from './en/timeline.json'
import es from './es/timeline.json'
import ptBR from './pt-BR/timeline.json'

export default { 'pt-BR': ptBR, es, en }
