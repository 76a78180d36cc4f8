import { makeApp } from '../src/app.ts'
import { listRoutes } from '../src/platform/web/policy.ts'
import type { World } from '../src/platform/work.ts'

// Prints every route with who may use it; those below /dev exist only in development.
const settings = { development: true, baseUrl: 'http://localhost' }
const app = makeApp({ settings } as World)
for (const route of listRoutes(app).toSorted((a, b) => a.path.localeCompare(b.path))) {
  console.log(`${route.method.padEnd(5)} ${route.path.padEnd(78)} ${route.who}`)
}
