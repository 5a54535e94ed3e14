import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, type Lab, observe, test } from '#lab';
import { endsWell } from '../ending.ts';

test('a program that only an unref’d timer could go on with has ended', async () => {
  const trace = await observe(
    () => new Promise((resolve) => void setTimeout(resolve, 50).unref()),
    { mayLeave: ['timer'] },
  );
  expect(endsWell(trace)).toMatchInlineSnapshot(`
    {
      "fact": "At 0 ms a program in plain Node ends here, with exit code 13: a promise is pending, and only a timer is left that does not keep the process alive.",
      "possible": "A timer with unref() was set at 0 ms, due at 50 ms. Use a timer that keeps the process alive for what your code awaits.",
    }
  `);
});

test('so has one that only an unref’d thread, or an unref’d process, could go on with', async () => {
  const thread = await observe(
    ({ program, at }) => {
      const file = program('cook', ({ at, parentPort }) =>
        at(50, () => parentPort.postMessage('soup')),
      );
      const worker = new Worker(file);
      const answer = new Promise((resolve) => worker.on('message', resolve));
      at(10, () => worker.unref());
      return answer;
    },
    { mayLeave: ['thread', 'work'] },
  );
  expect(endsWell(thread)).toMatchInlineSnapshot(`
    {
      "fact": "At 10 ms a program in plain Node ends here, with exit code 13: a promise is pending, and only a thread is left that does not keep the process alive.",
      "possible": "worker.unref() was called at 10 ms, for 'cook 1'. Use it only for a thread whose answer your code does not await, or call worker.ref() first.",
    }
  `);
  const child = await observe(
    async ({ command }) => {
      const file = command('convert', ({ sleep }) => sleep(50));
      const started = spawn(file, { stdio: 'ignore' });
      started.unref();
      await once(started, 'exit');
    },
    { mayLeave: ['work'] },
  );
  expect(endsWell(child)).toMatchInlineSnapshot(`
    {
      "fact": "At 0 ms a program in plain Node ends here, with exit code 13: a promise is pending, and only a child process is left that does not keep the process alive.",
      "possible": "child.unref() was called at 0 ms, for 'convert'. While the pipes of that process are open, your program goes on. For its 'exit' and 'close' Node does not wait. Use unref() only for a process whose end your code does not await.",
    }
  `);
});

test('where an unref’d thread has nothing more to do, the run says what it says of others', async () => {
  const trace = await observe(
    ({ program }) => {
      const worker = new Worker(
        program('cook', ({ parentPort }) => parentPort.on('message', () => {})),
      );
      const answer = new Promise((resolve) => worker.on('message', resolve));
      worker.once('online', () => setTimeout(() => worker.unref(), 10));
      return answer;
    },
    { mayLeave: ['thread'] },
  );
  expect(endsWell(trace)?.fact).toMatchInlineSnapshot(
    `"Deadlock at 40 ms: the promise is still pending. No timer is set and no work is running, so nothing can settle it any more."`,
  );
});

/** Starts threads that answer, each after so many ms. */
const cooks = ({ program }: Lab, ...ms: number[]) => {
  const file = program('cook', ({ at, parentPort, workerData }) =>
    at(workerData as number, () => parentPort.postMessage('soup')),
  );
  return ms.map((workerData) => new Worker(file, { workerData }));
};

test('a thread and a timer are both named', async () => {
  const trace = await observe(
    (lab) => {
      const [worker] = cooks(lab, 50) as [Worker];
      lab.at(10, () => worker.unref());
      return new Promise((resolve, reject) => {
        worker.on('message', resolve);
        setTimeout(reject, 200, new Error('too late')).unref();
      });
    },
    { mayLeave: ['thread', 'work', 'timer'] },
  );
  expect(endsWell(trace)).toMatchInlineSnapshot(`
    {
      "fact": "At 10 ms a program in plain Node ends here, with exit code 13: a promise is pending, and only a thread and a timer are left that do not keep the process alive.",
      "possible": "worker.unref() was called at 10 ms, for 'cook 1'. Use it only for a thread whose answer your code does not await, or call worker.ref() first. A timer with unref() was set at 0 ms, due at 200 ms. Use a timer that keeps the process alive for what your code awaits.",
    }
  `);
});

test('of several threads and timers, it says that there are several', async () => {
  const trace = await observe(
    (lab) => {
      const workers = cooks(lab, 50, 60);
      for (const [i, worker] of workers.entries()) lab.at(10 + i, () => worker.unref());
      return new Promise((resolve) => {
        for (const worker of workers) worker.on('message', resolve);
        for (const ms of [200, 300]) setTimeout(resolve, ms).unref();
      });
    },
    { mayLeave: ['thread', 'work', 'timer'] },
  );
  expect(endsWell(trace)).toMatchInlineSnapshot(`
    {
      "fact": "At 11 ms a program in plain Node ends here, with exit code 13: a promise is pending, and only threads and timers are left that do not keep the process alive.",
      "possible": "worker.unref() was called for 'cook 1' at 10 ms and for 'cook 2' at 11 ms. Use it only for a thread whose answer your code does not await, or call worker.ref() first. A timer with unref() was set at 0 ms, due at 200 ms. Use a timer that keeps the process alive for what your code awaits.",
    }
  `);
});
