export { teardown as default } from '@/scripts/testing/integration-setup'
