// Starts one of our commands: node src/start/start.mjs tutor/test 01
// Old versions of Node read this far, to say what they cannot do.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findObstacle } from './obstacle.mjs';

const obstacle = findObstacle(join(fileURLToPath(import.meta.url), '../../..'));
if (obstacle) {
  console.error(obstacle);
  process.exitCode = 2;
} else {
  await import('./run.mjs');
}
