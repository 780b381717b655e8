// The pages: everything that a browser may ask for, as routes for the server.
import type { Route } from '../server/route.ts'
import { assetRoutes } from './assets.ts'
import { backpackRoutes } from './routes/backpack.ts'
import { badgeRoutes } from './routes/badge.ts'
import { hostedRoutes } from './routes/hosted.ts'
import { issuerRoutes } from './routes/issuer.ts'
import { learnerRoutes } from './routes/learner.ts'
import { trainerRoutes } from './routes/trainer.ts'
import { tutorRoutes } from './routes/tutor.ts'
import { verifyRoutes } from './routes/verify.ts'
import type { Site } from './site.ts'

export type { File, Site } from './site.ts'

export const pageRoutes = (site: Site): Route[] => [
  ...assetRoutes(),
  ...tutorRoutes(site),
  ...learnerRoutes(site),
  ...backpackRoutes(site),
  ...badgeRoutes(site),
  ...hostedRoutes(site),
  ...trainerRoutes(site),
  ...issuerRoutes(site),
  ...verifyRoutes(site),
]

export { openBrowser, openWeb, type WebChannel } from './channel.ts'
export { chatRoutes } from './chat/routes.ts'
export { previewRoutes } from './playground/preview.ts'
export { playgroundRoutes } from './playground/routes.ts'
