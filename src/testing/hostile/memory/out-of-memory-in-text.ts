export async function both(a, b) {
  let text = 'wait ';
  for (;;) text += text;
}
