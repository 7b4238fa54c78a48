export { teardown as default } from '@/scripts/testing/browser-setup'
