import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeSchema } from '../../bin/schema.ts'
import { testDatabase } from '../database.ts'

test('schema.ts says what the migrations made; if not, run `npm run schema`', async () => {
  const database = await testDatabase()
  const committed = readFileSync(join(import.meta.dirname, '../../src/platform/database/schema.ts'), 'utf8')
  expect(await describeSchema(database.pool)).toBe(committed)
  await database.close()
})
