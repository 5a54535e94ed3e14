/** The same small programs as a process of Node and as one of ours: the same events in the same order. */
import { ChildProcess, exec, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { expect, observe, test } from '../../index.ts';
import type { Command } from './command.ts';

interface Pair {
  /** The program, as Node runs it. */
  readonly code: string;
  readonly ours: Command;
  readonly options?: SpawnOptions;
  readonly act?: (child: ChildProcess, log: (line: string) => void) => void;
}

/** Keeps a process alive until somebody ends it. */
const FOR_EVER = 'setInterval(() => {}, 60_000);';
const forEver = () => new Promise<void>(() => {});

const pairs: Record<string, Pair> = {
  'a code and both streams': {
    code: `process.stdout.write('a'); process.stderr.write('b'); process.exitCode = 3;`,
    ours: async ({ out, err }) => {
      await out('a');
      await err('b');
      return 3;
    },
  },
  'nothing at all': { code: '', ours: async () => {} },
  'input that comes back': {
    code: `process.stdin.on('data', (d) => process.stdout.write(String(d).toUpperCase()));`,
    ours: async ({ stdin, out }) => {
      for await (const chunk of stdin) await out(String(chunk).toUpperCase());
    },
    act: (child) => {
      child.stdin?.write('salt');
      child.stdin?.end();
    },
  },
  'much that it writes, and who reads late': {
    code: `process.stdout.write('x'.repeat(200_000), () => process.stderr.write('written'));`,
    ours: async ({ out, err }) => {
      await out('x'.repeat(200_000));
      await err('written');
    },
  },
  'a signal': {
    code: `console.log('up'); ${FOR_EVER}`,
    ours: async ({ out }) => {
      await out('up\n');
      await forEver();
    },
    act: (child, log) =>
      child.stdout?.once('data', () =>
        log(`killed ${child.kill()} ${child.killed} ${child.kill(0)}`),
      ),
  },
  'a signal after the end': {
    code: '',
    ours: async () => {},
    act: (child, log) => child.on('close', () => log(`killed ${child.kill()} ${child.killed}`)),
  },
  'a signal that it does not die of, and one that nobody survives': {
    code: `process.on('SIGTERM', () => console.log('no')); console.log('up'); ${FOR_EVER}`,
    ours: async ({ out, on }) => {
      on('SIGTERM', () => void out('no\n'));
      await out('up\n');
      await forEver();
    },
    act: (child) =>
      child.stdout?.on('data', (data) =>
        child.kill(String(data) === 'up\n' ? 'SIGTERM' : 'SIGKILL'),
      ),
  },
  'a signal on which it ends in its own way': {
    code: `process.on('SIGTERM', () => process.exit(4)); console.log('up'); ${FOR_EVER}`,
    ours: async ({ out, on }) => {
      const told = new Promise<number>((resolve) => on('SIGTERM', () => void resolve(4)));
      await out('up\n');
      return told;
    },
    act: (child) => child.stdout?.once('data', () => child.kill()),
  },
  'an abort': {
    code: FOR_EVER,
    ours: forEver,
    options: {
      get signal() {
        return AbortSignal.timeout(150);
      },
    },
  },
  'an abort before': {
    code: FOR_EVER,
    ours: forEver,
    options: { signal: AbortSignal.abort('no') },
  },
  'a signal that nobody of ours has sent': {
    code: `process.stdout.write('a', () => process.kill(process.pid, 'SIGTERM')); ${FOR_EVER}`,
    ours: async ({ out, kill }) => {
      await out('a');
      await kill('SIGTERM');
    },
  },
  'no input': {
    code: `process.stdin.on('data', () => {}).on('end', () => console.log('end'));`,
    ours: async ({ stdin, out }) => {
      for await (const _ of stdin);
      await out('end\n');
    },
    options: { stdio: ['ignore', 'pipe', 'pipe'] },
  },
  'a signal by its number, and one that there is not': {
    code: FOR_EVER,
    ours: forEver,
    act: (child, log) => {
      const signal = 'SIGNONE' as 'SIGTERM';
      try {
        child.kill(signal);
      } catch (error) {
        log(`${(error as { code?: string }).code} ${child.killed}`);
      }
      child.on('spawn', () => child.kill(9));
    },
  },
  'a class': {
    code: '',
    ours: async () => {},
    act: (child, log) => log(`${child instanceof ChildProcess}`),
  },
  'streams that nobody reads': {
    code: `process.stdout.write('a')`,
    ours: async ({ out }) => out('a'),
    options: { stdio: ['pipe', 'ignore', 'pipe'] },
  },
};

/** What its owner is told, in order. */
function told(child: ChildProcess, { act }: Pair): Promise<string[]> {
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (data) => {
      texts[name] += data;
    });
  return new Promise((resolve) => {
    child.on('spawn', () => log('spawn'));
    child.on('error', (error) => log(`error ${error.name} ${(error as { code?: string }).code}`));
    child.on('exit', (code, signal) => log(`exit ${code} ${signal}`));
    child.on('close', (code, signal) => {
      log(`close ${code} ${signal}`);
      log(`${texts.stdout.length} ${texts.stdout.slice(0, 9)}, ${texts.stderr}`);
      // An act of the end comes first.
      process.nextTick(() => resolve(lines));
    });
    act?.(child, log);
  });
}

for (const [name, pair] of Object.entries(pairs)) {
  // Windows has no signals: a process that is told to stop ends at once.
  test.skipIf(process.platform === 'win32')(name, async () => {
    const real = await told(spawn(process.execPath, ['-e', pair.code], pair.options ?? {}), pair);
    let ours: string[] = [];
    await observe(async ({ command }) => {
      ours = await told(spawn(command('cook', pair.ours), [], pair.options ?? {}), pair);
    });
    expect(ours).toEqual(real);
  });
}

/** Who reads both outputs to their ends, and listens for the end of the program only then. */
const readFirst = async (child: ChildProcess) => {
  const lines: string[] = [];
  const outputs = [child.stdout, child.stderr].map((output) => text(output as Readable));
  const over = once(child, 'close').then(() => new Promise((resolve) => setImmediate(resolve)));
  lines.push(...(await Promise.all(outputs)));
  child.on('close', (code) => lines.push(`close ${code}`));
  await over;
  return lines;
};

test('who listens for the end when the outputs have been read is not too late', async () => {
  const holds = `setTimeout(() => {}, 200)`;
  const code = `console.log('a'); child_process.spawn(process.execPath, ['-e', '${holds}'], { stdio: 'inherit' }).unref();`;
  const real = await readFirst(spawn(process.execPath, ['-e', code]));
  let ours: string[] = [];
  await observe(async ({ command }) => {
    const write: Command = async ({ out, leave }) => {
      await out('a\n');
      leave(200);
    };
    ours = await readFirst(spawn(command('cook', write)));
  });
  expect(ours).toEqual(real);
  expect(real).toContain('close 0');
});

test('a command that nobody knows', async () => {
  const act: Pair['act'] = (child, log) => {
    const end = (event: string) => log(`${event}: ${child.exitCode} ${child.signalCode}`);
    child.on('error', () => {
      end('error');
      setImmediate(log, 'an immediate, set at the error');
    });
    child.on('close', () => end('close'));
  };
  const pair = { code: '', ours: forEver, act };
  const real = await told(spawn('no-such-command'), pair);
  let ours: string[] = [];
  await observe(async ({ command }) => {
    command('cook', forEver);
    ours = await told(spawn('no-such-command'), pair);
  });
  expect(ours).toEqual(real);
});

/** What `promisify` has it settle with, without the texts that have a path in them. */
const settled = async (asked: Promise<unknown>) => {
  const { stdout, stderr, code, killed, signal, name, message } = (await asked.catch(
    (error) => error,
  )) as Error & Record<string, unknown>;
  return { stdout, stderr, code, killed, signal, name, isTold: message?.startsWith('Command') };
};

const executed: Record<string, { code: string; ours: Command; options?: object }> = {
  'both outputs': {
    code: `console.log('é'); console.error('b');`,
    ours: async ({ out, err }) => {
      await out('é\n');
      await err('b\n');
    },
  },
  bytes: {
    code: `process.stdout.write('é')`,
    ours: async ({ out }) => out('é'),
    options: { encoding: 'buffer' },
  },
  'a code': {
    code: `process.stdout.write('a'); process.exitCode = 3;`,
    ours: async ({ out }) => {
      await out('a');
      return 3;
    },
  },
  'a signal': { code: FOR_EVER, ours: forEver, options: { timeout: 200 } },
  'too much': {
    code: `process.stdout.write('x'.repeat(99));`,
    ours: async ({ out }) => out('x'.repeat(99)),
    options: { maxBuffer: 10 },
  },
};

for (const [name, { code, ours, options = {} }] of Object.entries(executed))
  test.skipIf(process.platform === 'win32')(`execFile: ${name}`, async () => {
    const run = promisify(execFile);
    const real = await settled(run(process.execPath, ['-e', code], options));
    let mine: unknown;
    await observe(async ({ command }) => {
      mine = await settled(run(command('cook', ours), [], options));
    });
    expect(mine).toEqual(real);
  });

test('execFile: a command that nobody knows, and one that cannot be', async () => {
  const run = promisify(execFile);
  const both = async () => [
    await settled(run('no-such-command')),
    await settled((async () => run(''))()),
    await settled((async () => run('cook', ['a\0b']))()),
  ];
  let mine: unknown;
  await observe(async ({ command }) => {
    command('cook', forEver);
    mine = await both();
  });
  expect(mine).toEqual(await both());
});

test.skipIf(process.platform === 'win32')(
  'a shell splits the line, and looks for the command',
  async () => {
    const list = `node -p "JSON.stringify(process.argv.slice(1))" --`;
    const run = promisify(exec);
    const lines = [`${list} a  'b c' d\\ e "f'\\"g" h''`, 'no-such-command', 'exit-with 3'];
    const real = await settled(run(lines[0] as string));
    const answers: unknown[] = [];
    await observe(async ({ command }) => {
      command('node', async ({ args, out }) => out(`${JSON.stringify(args.slice(3))}\n`));
      command('exit-with', async ({ args }) => Number(args[0]));
      for (const line of lines) answers.push(await settled(run(line)));
    });
    expect(answers).toEqual([
      real,
      expect.objectContaining({
        code: 127,
        stderr: expect.stringMatching(/no-such-command: not found/),
      }),
      expect.objectContaining({ code: 3 }),
    ]);
  },
);

test('execFile: what cannot be is thrown in the call', async () => {
  const trace = await observe(({ command }) => {
    const file = command('cook', forEver);
    return promisify(execFile)(file, ['a\0b']).catch(() => 'rejected');
  });
  expect(trace.outcome).toMatchObject({ kind: 'failed', thrown: true });
});

test('it starts in 60 ms, is told to stop, and holds its pipes as long as somebody has them', async () => {
  const trace = await observe(async ({ command, at, log }) => {
    const file = command('convert', async ({ out, leave }) => {
      leave(20, (own) => own.out('late'));
      await out('up');
      await forEver();
    });
    const child = spawn(file);
    child.stdout?.on('data', (data) => log(`${data}`));
    for (const event of ['exit', 'close']) child.on(event, () => log(event));
    at(100, () => child.kill());
    await new Promise((resolve) => child.once('close', resolve));
  });
  expect(trace).toAbort({ convert: 100 });
  expect(trace.marks.map(({ at, line }) => `${at} ${line}`)).toEqual([
    '60 up',
    '101 exit',
    '121 late',
    '121 close',
  ]);
});

test('who reads one stream only may wait forever', async () => {
  const trace = await observe(
    async ({ command }) => {
      const file = command('convert', async ({ out, err }) => {
        await err('x'.repeat(200_000));
        await out('ok');
      });
      const child = spawn(file);
      child.stdout?.on('data', () => {});
      await new Promise((resolve) => child.once('close', resolve));
    },
    { mayLeave: ['work'] },
  );
  expect(trace.outcome.kind).toBe('deadlock');
});

test('when a process has ended, its timeout holds nothing up', async () => {
  const trace = await observe(({ command }) => {
    const child = spawn(
      command('cook', async () => {}),
      { timeout: 1000 },
    );
    return once(child, 'message');
  });
  expect(trace.outcome).toMatchObject({ kind: 'deadlock', at: 60 });
});

test('one output is closed, and the other one is not', async () => {
  const trace = await observe(async ({ command, log }) => {
    const cook: Command = async ({ close, err, leave, sleep }) => {
      close('out');
      leave(20, (late) => late.err('late'));
      await err('b');
      await sleep(10);
    };
    const child = spawn(command('cook', cook));
    child.stdout.on('end', () => log('end')).resume();
    child.stderr.on('data', (data) => log(`${data}`));
    await once(child, 'close');
  });
  expect(trace.marks.map(({ at, line }) => `${at} ${line}`)).toEqual(['60 b', '60 end', '90 late']);
});

test('what is written when the outputs are closed is lost', async () => {
  const trace = await observe(async ({ command }) => {
    const cook: Command = async ({ close }) => {
      close();
      throw new Error('burnt');
    };
    const [code] = await once(spawn(command('cook', cook)), 'close');
    return code;
  });
  expect(trace.outcome).toMatchObject({ kind: 'returned', value: 1 });
});
