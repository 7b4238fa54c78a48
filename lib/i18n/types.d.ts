import type ptBR from './messages/pt-BR'

declare module 'use-intl/core' {
  interface AppConfig {
    Messages: typeof ptBR
  }
}
