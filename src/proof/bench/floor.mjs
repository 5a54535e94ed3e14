// vitest as it comes, on the specs below a folder: what no course can be faster than. It shares files
// among workers as we do, and has neither our loader, our reporter nor our cache.
import { startVitest } from 'vitest/node';

const [root, ...flags] = process.argv.slice(2);
const vitest = await startVitest('test', [], {
  root,
  config: false,
  watch: flags.includes('--watch'),
  pool: 'forks',
  isolate: false,
  include: ['**/*.spec.ts'],
});
if (!vitest.shouldKeepServer()) await vitest.exit();
