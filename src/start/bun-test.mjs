// What `bun test` loads before the specs.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findObstacle } from './obstacle.mjs';

console.error(findObstacle(join(fileURLToPath(import.meta.url), '../../..')));
process.exit(2);
