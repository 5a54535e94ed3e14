/** A headless Chromium for tests, steered through pipes: that takes no package, and no port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const FLAGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  // It sees no page but our own; root, and most containers, can have no sandbox.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  // The page asks for fonts from elsewhere, and would wait for them.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

/** The one that CHROMIUM names, or one that is on the PATH. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM) return env.CHROMIUM;
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
}

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

type Send = (method: string, params?: object) => Promise<Record<string, unknown>>;

/** A tab, in the terms of the Chrome DevTools Protocol. */
export interface Tab {
  readonly send: Send;
  /** Evaluates an expression in the page, and awaits it; what it gives must be JSON. */
  evaluate<T>(expression: string): Promise<T>;
}

/** @returns the tab of a new browser, and what ends both */
export async function openTab(program: string): Promise<{ tab: Tab; close: () => Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'learn-async-chromium-'));
  const browser = spawn(program, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => browser.once('close', resolve));
  const sendTo = connect(browser);
  const close = async () => {
    // Asked, it ends its children too; one that does not listen is ended.
    const patience = setTimeout(() => browser.kill(), 5000);
    await Promise.allSettled([sendTo(undefined)('Browser.close'), ended]);
    clearTimeout(patience);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const { targetId } = await sendTo(undefined)('Target.createTarget', { url: 'about:blank' });
    const attached = await sendTo(undefined)('Target.attachToTarget', { targetId, flatten: true });
    const send = sendTo(attached.sessionId as string);
    return { tab: { send, evaluate: (expression) => evaluate(send, expression) }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Messages are JSON, each with a NUL at its end: descriptor 3 is to the browser, 4 from it. */
function connect(browser: ChildProcess): (sessionId: string | undefined) => Send {
  const [, , , output, input] = browser.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, { take: (answer: Answer) => void; fail: (why: Error) => void }>();
  let rest = '';
  input.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      waiting.get(answer.id ?? 0)?.take(answer);
      waiting.delete(answer.id ?? 0);
    }
  });
  const giveUp = (error: Error) => {
    for (const { fail } of waiting.values()) fail(error);
  };
  output.on('error', giveUp);
  browser.on('error', giveUp);
  browser.on('close', (code) => giveUp(new Error(`The browser ended with ${code}.`)));

  let last = 0;
  return (sessionId) => (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      const take = ({ result, error }: Answer) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result ?? {});
      waiting.set(id, { take, fail: reject });
      output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
}

async function evaluate<T>(send: Send, expression: string): Promise<T> {
  const { result, exceptionDetails } = (await send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  })) as { result: { value: T }; exceptionDetails?: { exception?: { description?: string } } };
  if (exceptionDetails)
    throw new Error(exceptionDetails.exception?.description ?? 'failed in the page');
  return result.value;
}
