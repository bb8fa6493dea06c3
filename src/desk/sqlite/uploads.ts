/** Files that an admin has sent and not yet confirmed, and the program's own notes. */
import type { Records, Upload, Uploads } from '../records.ts'
import type { Store } from './store.ts'

const FIELDS = 'id, person, path, name, level, at'

export const createUploads = (store: Store): Uploads => ({
  put: (upload) =>
    void store.run(
      `INSERT INTO uploads (${FIELDS}) VALUES (:id, :person, :path, :name, :level, :at)
        ON CONFLICT (id) DO UPDATE SET person = excluded.person, path = excluded.path, name = excluded.name,
          level = excluded.level, at = excluded.at`,
      { ...upload },
    ),
  get: (id) => store.row<Upload>(`SELECT ${FIELDS} FROM uploads WHERE id = :id`, { id }),
  remove: (id) => void store.run('DELETE FROM uploads WHERE id = :id', { id }),
  list: () => store.rows(`SELECT ${FIELDS} FROM uploads ORDER BY at, id`),
})

export const createNotes = (store: Store): Records['notes'] => ({
  get: (name) => store.row<{ value: string }>('SELECT value FROM notes WHERE name = :name', { name })?.value ?? null,
  set: (name, value) =>
    void store.run(
      'INSERT INTO notes (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      { name, value },
    ),
})
