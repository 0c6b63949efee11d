// Loads places and content/ into the database of the environment, as the product does at its start.
import { prepareApplication } from '../../app/composition.server'
import { closeDatabase, openDatabase } from '../../app/platform/db/db.server'

await openDatabase()
await prepareApplication()
await closeDatabase()
