// Loaded into every process of a run: leaves behind how much memory it had at its peak, in KiB.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const folder = process.env.LEARN_ASYNC_BENCH_MEMORY;
if (folder && isMainThread)
  process.once('exit', () =>
    writeFileSync(join(folder, String(process.pid)), String(process.resourceUsage().maxRSS)),
  );
