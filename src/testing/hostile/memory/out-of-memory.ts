export async function both(a, b) {
  const all = [];
  for (let i = 0; ; i++) all.push({ i, text: `number ${i}`, more: [i, i, i] });
}
