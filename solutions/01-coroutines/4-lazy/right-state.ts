// A state in words, with the promise of the work beside it; a prototype instead of a class.
type Io<T> = () => Promise<T>;

interface Voucher<T> extends PromiseLike<T> {
  state: { is: 'unused'; f: Io<T> } | { is: 'handed in'; meal: Promise<T> };
}

const voucher = {
  then(this: Voucher<unknown>, ...handlers: Parameters<Promise<unknown>['then']>) {
    if (this.state.is === 'unused') this.state = { is: 'handed in', meal: this.state.f() };
    return this.state.meal.then(...handlers);
  },
};

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  const mine = Object.create(voucher) as Voucher<T>;
  mine.state = { is: 'unused', f };
  return mine;
}
