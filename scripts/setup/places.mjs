import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Where a private Node and pnpm live; outside node_modules, because an install may prune that. */
export const toolsFolder = join(root, '.tools')

/** Where the launcher notes what it has already done; inside node_modules, so that removing that forgets it. */
export const stampFolder = join(root, 'node_modules', '.cache', 'schakelbord')

/**
 * Where Node keeps what our files were compiled to: else every start strips the types from each of them anew, in each of its
 * threads, with a compiler that stays in memory.
 */
export const compiledFolder = join(root, 'node_modules', '.cache', 'schakelbord-compiled')
