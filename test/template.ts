import type pg from 'pg'

/** What every test database holds besides the migrated tables; runs once a test run, on the template. */
export async function prepareTemplate(_pool: pg.Pool): Promise<void> {}
