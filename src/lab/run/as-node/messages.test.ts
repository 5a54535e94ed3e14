/**
 * Messages of ports, as Node brings them: between the timers and the immediates of an iteration. A port closes at the end of
 * one.
 */
import { testBothWays } from '../../../testing/both-ways.ts';

type Channel = InstanceType<typeof BroadcastChannel>;

testBothWays({
  'sent in an immediate': async ({ log, sleep }) => {
    const { port1, port2 } = new MessageChannel();
    port2.on('message', (data) => log(`message ${data}`));
    setImmediate(() => {
      log('first');
      port1.postMessage(1);
    });
    setImmediate(() => log('second'));
    setImmediate(() => {
      log('third');
      setImmediate(() => log('of the next iteration'));
    });
    await sleep(20);
    port1.close();
  },
  'sent in a timer, when others are due as well': async ({ log, burn, sleep }) => {
    const { port1, port2 } = new MessageChannel();
    port2.on('message', (data) => log(`message ${data}`));
    setTimeout(() => {
      log('first');
      port1.postMessage(1);
      setImmediate(() => log('immediate'));
    }, 10);
    setTimeout(() => log('second'), 12);
    setTimeout(() => log('third'), 14);
    burn(20);
    await sleep(30);
    port1.close();
  },
  'sent after an await, beside an immediate': async ({ log, sleep }) => {
    const { port1, port2 } = new MessageChannel();
    port2.on('message', (data) => log(`message ${data}`));
    await sleep(5);
    setImmediate(() => log('immediate'));
    port1.postMessage(1);
    await sleep(20);
    port1.close();
  },
  'a burn in the listener': async ({ log, burn, sleep }) => {
    const { port1, port2 } = new MessageChannel();
    port2.on('message', (data) => {
      log(`message ${data}`);
      burn(15);
    });
    setTimeout(() => log('timer'), 10);
    setImmediate(() => log('immediate'));
    for (const data of [1, 2, 3]) port1.postMessage(data);
    await sleep(60);
    port1.close();
  },
  'a listener that throws': async ({ log, sleep }) => {
    const { port1, port2 } = new MessageChannel();
    const done = new Promise<void>((resolve) => {
      port2.on('message', (data) => {
        log(`message ${data}`);
        if (data === 3) resolve();
        else throw new Error(`at ${data}`);
      });
    });
    for (const data of [1, 2, 3]) port1.postMessage(data);
    await done;
    port1.close();
    await sleep(5);
  },
  'answers, and listeners that come later': async ({ log, sleep }) => {
    const a = new MessageChannel();
    const b = new MessageChannel();
    a.port1.postMessage('early');
    b.port1.postMessage('earlier');
    await sleep(10);
    const late = new Promise<void>((resolve) => {
      a.port2.once('message', (data) => {
        log(data);
        b.port2.once('message', (other) => {
          log(other);
          resolve();
        });
      });
    });
    await late;
    a.port1.on('message', (data) => log(`answer ${data}`));
    a.port2.on('message', (data) => a.port2.postMessage(data * 2));
    a.port1.postMessage(21);
    await sleep(10);
    a.port1.close();
    b.port1.close();
  },
  'two channels, and the younger one posts first': async ({ log, sleep }) => {
    const old = new MessageChannel();
    const young = new MessageChannel();
    young.port2.on('message', () => log('young'));
    old.port2.on('message', () => log('old'));
    await sleep(5);
    young.port1.postMessage(1);
    old.port1.postMessage(1);
    await sleep(10);
    old.port1.close();
    young.port1.close();
  },
  'close comes on both sides': async ({ log }) => {
    const { port1, port2 } = new MessageChannel();
    port1.on('close', () => log('port1'));
    const closed = new Promise((resolve) => port2.on('close', resolve));
    setImmediate(() => log('immediate'));
    port1.close();
    await closed;
    log('port2');
  },
  'close against immediates': async ({ log, sleep }) => {
    const { port1, port2 } = new MessageChannel();
    await sleep(5);
    port1.on('close', () => log('port1'));
    port2.on('close', () => log('port2'));
    setImmediate(() => {
      log('first');
      setImmediate(() => {
        log('second');
        setImmediate(() => log('third'));
      });
    });
    (port1.close as (listener: () => void) => void).call(port1, () => log('by close'));
    await sleep(20);
  },
  'close in a listener, with more to come': async ({ log, sleep }) => {
    const { port1, port2 } = new MessageChannel();
    port2.on('message', (data) => {
      log(`message ${data}`);
      if (data === 2) port2.close();
    });
    port1.on('close', () => log('closed'));
    for (const data of [1, 2, 3]) port1.postMessage(data);
    await sleep(20);
  },
  BroadcastChannel: async ({ log, sleep }) => {
    const [a, b, c] = ['x', 'x', 'y'].map((name) => new BroadcastChannel(name)) as [
      Channel,
      Channel,
      Channel,
    ];
    b.onmessage = (event: unknown) => log(`b: ${(event as MessageEvent).data}`);
    c.onmessage = () => log('c');
    setImmediate(() => log('immediate'));
    a.postMessage('hello');
    a.postMessage('again');
    await sleep(10);
    for (const channel of [a, b, c]) channel.close();
    try {
      a.postMessage('closed');
    } catch (error) {
      log((error as Error).name);
    }
  },
});
