// A process of its own that opens DATA_DIR, says so, and stays until a line comes in: `stop` leaves in good order.
//   node test/setup/openThenHold.ts DATA_DIR [ROLE]
import { once } from 'node:events'
import { openDatabase } from '../../core/data/database.ts'
import { holdRoles, type Role } from '../../core/data/lock.ts'

const [dataDir = '', role] = process.argv.slice(2)
const database = await openDatabase({ dataDir, fsync: false })
const lock = role ? await holdRoles(database, dataDir, [role as Role], () => process.exit(3)).catch((error: Error) => error) : undefined
if (lock instanceof Error) {
  await database.stop()
  console.log(lock.message)
} else {
  const { rows } = await database.pool.query('select pg_postmaster_start_time() as started')
  console.log(`open ${new URL(database.url).port} ${rows[0].started.toISOString()}`)
  await once(process.stdin, 'data')
  await lock?.release()
  await database.stop()
  console.log('stopped')
}
process.exit()
