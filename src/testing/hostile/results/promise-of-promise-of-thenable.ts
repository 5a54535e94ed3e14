export const both = (a, b) =>
  Promise.resolve(
    Promise.resolve({
      then(resolve) {
        resolve({ then: (resolveAll) => Promise.all([a(), b()]).then(resolveAll) });
      },
    }),
  );
