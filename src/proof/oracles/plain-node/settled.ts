/** What an async function of a program awaits. */
import { EventEmitter, on, once } from 'node:events';
import { Readable } from 'node:stream';
import * as timers from 'node:timers/promises';
import type { Awaited } from './step.ts';
import type { World } from './world.ts';

/** Settles as what is awaited does; `between` is called on the way there. */
export async function settled(
  one: Awaited,
  { expect, enter, port }: World,
  between: () => void,
): Promise<unknown> {
  switch (one.do) {
    case 'value':
      return null;
    case 'immediate':
      return timers.setImmediate().then(enter);
    case 'tick':
      return new Promise<void>((resolve) => process.nextTick(resolve));
    case 'message': {
      port('made');
      const { port1, port2 } = new MessageChannel();
      port1.postMessage(1);
      await once(port2, 'message');
      enter();
      port('closing');
      return port1.close();
    }
    case 'failure':
      try {
        return await Promise.reject(new Error('caught'));
      } catch {
        return between();
      }
    case 'promises': {
      let promise = Promise.resolve();
      for (let i = 0; i < one.many; i++) promise = promise.then(between);
      return promise;
    }
    case 'function': {
      const call = async (deep: number): Promise<unknown> => {
        if (deep === 0) return between();
        return one.returns === 'promise' ? call(deep - 1) : await call(deep - 1);
      };
      return call(one.many);
    }
    case 'sleep':
      expect(one.ms);
      return new Promise((resolve) => setTimeout(resolve, one.ms));
    case 'timers/promises':
      expect(one.ms);
      return timers.setTimeout(one.ms);
    case 'once': {
      const emitter = new EventEmitter();
      expect(one.ms);
      setTimeout(() => emitter.emit('event'), one.ms);
      return once(emitter, 'event');
    }
    case 'aborted': {
      const controller = new AbortController();
      expect(one.ms);
      expect(one.after);
      setTimeout(() => controller.abort(), one.after);
      return timers.setTimeout(one.ms, null, controller).catch(between);
    }
    case 'ticks': {
      let left = one.many;
      expect(one.ms);
      for await (const _ of timers.setInterval(one.ms)) {
        between();
        if (--left === 0) return;
        expect(one.ms);
      }
      return;
    }
    case 'generator': {
      for await (const _ of count(one.many)) between();
      return;
    }
    case 'iterated stream':
      for await (const _ of Readable.from(Array(one.many).fill(1))) between();
      return;
    case 'iterated events': {
      const emitter = new EventEmitter();
      const events = on(emitter, 'event');
      for (let i = 0; i < one.many; i++) emitter.emit('event', i);
      let left = one.many;
      for await (const _ of events) {
        between();
        if (--left === 0) return;
      }
    }
  }
}

async function* count(many: number) {
  for (let i = 0; i < many; i++) yield i;
}
