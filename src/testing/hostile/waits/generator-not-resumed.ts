function* steps(a, b) {
  const first = yield a();
  return [first, yield b()];
}

export const both = (a, b) =>
  new Promise((resolve) => {
    const run = steps(a, b);
    const { value } = run.next();
    value.then((first) => {
      const { done, value } = run.next(first);
      if (done) resolve(value);
    });
  });
