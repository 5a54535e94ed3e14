const squares = [];
for (let i = 0; i < 10; ) {
  squares[i] = i * i;
}

export const both = (a, b) => Promise.all([a(), b()]);
