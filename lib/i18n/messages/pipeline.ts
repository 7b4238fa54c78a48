import en from './en/pipeline.json'
import es from './es/pipeline.json'
import ptBR from './pt-BR/pipeline.json'

export default { 'pt-BR': ptBR, es, en }
