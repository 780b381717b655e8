// The tab in Teams. Loaded only where Teams is configured.
export { MICROSOFT_KEYS, openKeys } from './keys.ts'
export { tabRoutes } from './routes.ts'
