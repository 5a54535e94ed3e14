// biome-ignore-all lint: these are traps
// Every trap of ordering that is known: what prints before what, in plain Node and here.
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';

const log = console.log;
const named = (name, value) => {
  log(name);
  return value;
};

log('1 start');
setTimeout(() => log('timeout 200'), 200);
setImmediate(() => log('immediate'));
process.nextTick(() => log('tick 1'));
queueMicrotask(() => {
  log('micro 1');
  process.nextTick(() => log('tick from micro'));
  queueMicrotask(() => log('micro from micro'));
});
Promise.resolve()
  .then(() => log('then 1'))
  .then(() => log('then 2'))
  .then(() => log('then 3'))
  .then(() => log('then 4'));

// A thenable takes one microtask more, and a promise returned from an async function three.
const thenable = {
  then(take) {
    log('then() is called');
    take('thenable');
  },
};
(async () => log('awaited', await thenable))();
(async () => log('plain', await 0))();
const returnsPromise = async () => Promise.resolve('returned');
const returnsAwaited = async () => await Promise.resolve('awaited and returned');
const returnsPlain = async () => 'plain and returned';
returnsPromise().then(log);
returnsAwaited().then(log);
returnsPlain().then(log);
(async () => {
  log('in the call');
  try {
    await Promise.reject(new Error('rejected'));
  } catch ({ message }) {
    log('caught', message);
  } finally {
    log('finally 1');
    await null;
    log('finally 2');
  }
})();

// What is evaluated before what.
const object = {
  get value() {
    log('getter');
    return Promise.resolve('of the getter');
  },
};
async function inOrder(a = named('default'), { b = named('pattern', 2) } = {}, ...rest) {
  log('arguments', a, b, rest.length, arguments.length);
  return (await named('first', 1)) + (await named('second', 2)), await object.value;
}
inOrder(undefined, {}, 1, 2).then(log);
(async () => log(`${await named('template 1', 'x')} ${await named('template 2', 'y')}`))();
(async (x) => ({ x, is: await x }))(7).then(({ x, is }) => log('an object', x, is));

// Generators: asked several times before they have answered, left early, and thrown at.
async function* numbers(name) {
  try {
    log(name, 'begins');
    const sent = yield named(`${name} 1`, 1);
    log(name, 'was sent', sent);
    yield Promise.resolve(2);
    yield* [3, Promise.resolve(4)];
    return 5;
  } catch (error) {
    log(name, 'was thrown', error.message);
    yield 'caught';
  } finally {
    await null;
    log(name, 'cleans up');
  }
}
const asked = numbers('asked');
for (const sent of ['a', 'b', 'c', 'd', 'e', 'f']) asked.next(sent).then((x) => log('asked', x));
const thrown = numbers('thrown');
thrown.next().then((x) => log('thrown', x.value));
thrown.throw(new Error('thrown in')).then((x) => log('thrown', x.value));
thrown.return('sent away').then((x) => log('thrown', x));
(async () => {
  outer: for await (const n of numbers('outer')) {
    for await (const m of [Promise.resolve('x'), 'y']) {
      log('loop', n, m);
      if (n === 1) continue outer;
      if (n === 3) break outer;
    }
  }
  log('behind the loops');
})();
(async function* () {
  yield* numbers('inner');
})()
  .next()
  .then((x) => log('delegated', x.value));

// Combinators, subclasses, handlers that come late.
class Own extends Promise {
  static get [Symbol.species]() {
    log('species');
    return Promise;
  }
}
Own.resolve('own')
  .then((x) => named('own then', x))
  .finally(() => log('own finally'))
  .then(log);
(async () => log('awaited', await Own.resolve('an own promise')))();
Promise.all([1, Promise.resolve(2), thenable, returnsPromise()]).then((all) => log('all', all));
Promise.race([returnsPromise(), returnsPlain()]).then((x) => log('race', x));
Promise.any([Promise.reject(new Error('no')), returnsAwaited()]).then((x) => log('any', x));
Promise.allSettled([Promise.reject(1), 2]).then((x) =>
  log(
    'settled',
    x.map((y) => y.status),
  ),
);
new Promise((resolve) => {
  resolve(Promise.reject(new Error('inner')));
}).catch((error) => log('caught', error.message));
new Promise((_, reject) => reject(new Error('late'))).then(log, (e) => log('handled', e.message));

// Labels, switches and a method that awaits.
class Shop {
  #stock = 2;
  async sell(n) {
    switch (await n) {
      case 1:
        log('sold', (this.#stock -= await 1));
        break;
      default:
        log('none');
    }
    return this;
  }
}
await (await new Shop().sell(1)).sell(2);
const emitter = new EventEmitter();
once(emitter, 'ring').then(([x]) => log('ring', x));
emitter.emit('ring', 1);
await turn();
log('behind a turn');
await sleep(400);
setTimeout(() => {
  log('timer a');
  queueMicrotask(() => log('micro between timers'));
  process.nextTick(() => log('tick between timers'));
}, 50);
setTimeout(() => log('timer b'), 50);
await sleep(250);
for await (const line of (async function* () {
  yield 'a line';
})())
  log(line);
log('the end');
