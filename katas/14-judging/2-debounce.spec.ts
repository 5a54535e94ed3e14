import { judging, type Lab } from '#lab';
import { check, type Debounce } from './2-debounce.ts';

const plain: Debounce = (f, ms) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => f(...args), ms);
  };
};

/** Two bursts of calls, of 30 ms; then the one after a pause. */
const bursts = ({ at, log }: Lab, debounce: Debounce) => {
  const search = debounce((...args) => log(`search(${args})`), 30);
  for (const [ms, text] of [
    [0, 'a'],
    [20, 'as'],
    [45, 'asy'],
    [120, 'async'],
  ] as const)
    at(ms, () => search(text), text);
};

/** Two functions, one call of each. */
const two = ({ at, log }: Lab, debounce: Debounce) => {
  const [f, g] = ['f', 'g'].map((name) => debounce(() => log(`${name} is called`), 30));
  at(0, () => f?.(), 'f');
  at(10, () => g?.(), 'g');
};

const { accepts, notices, andInItself } = judging<Debounce>(check, {
  right: () => plain,
  scene: bursts,
});

accepts('one that clears its timer and sets a new one', () => plain);

accepts('one that has a single timer, and waits for what is missing', () => (f, ms) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  let given: unknown[];
  const look = () => {
    const missing = latest + ms - Date.now();
    timer = missing > 0 ? setTimeout(look, missing) : undefined;
    if (missing <= 0) f(...given);
  };
  return (...args) => {
    latest = Date.now();
    given = args;
    timer ??= setTimeout(look, ms);
  };
});

accepts('one that looks at the clock every ms', () => (f, ms) => {
  let looking: ReturnType<typeof setInterval> | undefined;
  let until = 0;
  let given: unknown[];
  return (...args) => {
    until = Date.now() + ms;
    given = args;
    looking ??= setInterval(() => {
      if (Date.now() < until) return;
      clearInterval(looking);
      looking = undefined;
      f(...given);
    }, 1);
  };
});

accepts('one that starts its timer again', () => (f, ms) => {
  let timer: NodeJS.Timeout | undefined;
  let given: unknown[];
  return (...args) => {
    given = args;
    if (timer) timer.refresh();
    else
      timer = setTimeout(() => {
        timer = undefined;
        f(...given);
      }, ms);
  };
});

accepts('one that counts its calls, and clears no timer', () => (f, ms) => {
  let calls = 0;
  return (...args) => {
    const call = ++calls;
    setTimeout(() => {
      if (call === calls) f(...args);
    }, ms);
  };
});

notices('that it calls f at the first call as well', () => (f, ms) => {
  const later = plain(f, ms);
  let isBurst = false;
  const end = plain(() => {
    isBurst = false;
  }, ms);
  return (...args) => {
    if (!isBurst) f(...args);
    isBurst = true;
    end();
    later(...args);
  };
});

notices('that it counts the time from the first call of a burst', () => (f, ms) => {
  let given: unknown[] | undefined;
  return (...args) => {
    if (!given)
      setTimeout(() => {
        const last = given as unknown[];
        given = undefined;
        f(...last);
      }, ms);
    given = args;
  };
});

notices('that it passes on the arguments of the first call', () => (f, ms) => {
  let first: unknown[] | undefined;
  const later = plain(() => {
    const given = first as unknown[];
    first = undefined;
    f(...given);
  }, ms);
  return (...args) => {
    first ??= args;
    later();
  };
});

notices('that it only delays each call', () => (f, ms) => (...args) => {
  setTimeout(() => f(...args), ms);
});

notices('that it calls f 1 ms early', () => (f, ms) => plain(f, ms - 1));

notices('that it calls f 1 ms late', () => (f, ms) => plain(f, ms + 1));

notices('that it works for one burst only', () => (f, ms) => {
  let isDone = false;
  const once = plain((...args: unknown[]) => {
    isDone = true;
    f(...args);
  }, ms);
  return (...args) => {
    if (!isDone) once(...args);
  };
});

notices(
  'that all functions share one timer',
  () => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    return (f, ms) =>
      (...args) => {
        clearTimeout(timer);
        timer = setTimeout(() => f(...args), ms);
      };
  },
  two,
);

notices('that it swallows the arguments', () => (f, ms) => plain(() => f(), ms));

notices(
  'that it passes on the first argument only',
  () => (f, ms) => plain((...args) => f(args[0]), ms),
  ({ at, log }, debounce) => {
    const search = debounce((...args) => log(`search(${args})`), 30);
    at(0, () => search('async', 'in titles'));
  },
);

andInItself();
