// An inbox of events: attempts and the timer post into it, and one loop decides what each event means.
type Op<T> = (signal: AbortSignal) => Promise<T>;

type News<T> =
  | { what: 'due' }
  | { what: 'value'; i: number; value: T }
  | { what: 'error'; i: number; error: unknown };

export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  const controllers: AbortController[] = [];
  const errors: unknown[] = [];
  const inbox: News<T>[] = [];
  let wake = () => {};
  const post = (news: News<T>) => {
    inbox.push(news);
    wake();
  };
  const receive = async () => {
    if (inbox.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return inbox.shift() as News<T>;
  };

  let timer: NodeJS.Timeout | undefined;
  let running = 0;
  const startNext = () => {
    clearTimeout(timer);
    const i = controllers.length;
    const attempt = attempts[i];
    if (!attempt) return;
    const controller = new AbortController();
    controllers.push(controller);
    running++;
    if (i + 1 < attempts.length) timer = setTimeout(post, delay, { what: 'due' });
    new Promise<T>((resolve) => resolve(attempt(controller.signal))).then(
      (value) => post({ what: 'value', i, value }),
      (error) => post({ what: 'error', i, error }),
    );
  };

  let winner: { value: T } | undefined;
  startNext();
  while (running > 0) {
    const news = await receive();
    if (news.what === 'due') {
      if (!winner) startNext();
      continue;
    }
    running--;
    if (winner) continue;
    if (news.what === 'value') {
      winner = news;
      clearTimeout(timer);
      for (const [i, controller] of controllers.entries()) if (i !== news.i) controller.abort();
    } else {
      errors[news.i] = news.error;
      if (news.i === controllers.length - 1) startNext();
    }
  }
  if (winner) return winner.value;
  throw new AggregateError(errors);
}
