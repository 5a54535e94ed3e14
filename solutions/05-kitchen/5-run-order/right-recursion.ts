// Recursion: queues the first job, and calls itself for the rest.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

export function schedule([job, ...others]: Job[]): void {
  switch (job?.when) {
    case undefined:
      return;
    case 'now':
      job.run();
      break;
    case 'tick':
      process.nextTick(() => job.run());
      break;
    case 'micro':
      new Promise<void>((resolve) => resolve()).then(() => job.run());
      break;
    case 'macro':
      setImmediate(() => job.run());
      break;
  }
  schedule(others);
}
