/** Where things lie in the data folder. */
import { join } from 'node:path'
import { WEB_FOLDER } from './store/file-place.ts'

/** Pages, among the documents. */
export const webFolderOf = (dataDir: string): string => join(dataDir, 'documents', WEB_FOLDER)
/** What is known of visits, what was withdrawn, and the lock: no documents. */
export const webStoreOf = (dataDir: string): string => join(dataDir, 'web')
export const stateFileOf = (dataDir: string): string => join(webStoreOf(dataDir), 'state.json')
export const sourcesFileOf = (dataDir: string): string => join(dataDir, 'sources.json')
