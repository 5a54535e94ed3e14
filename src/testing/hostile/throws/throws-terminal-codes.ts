export async function both(a, b) {
  console.log('\x1b[2J\x1b[H\x1b[31mgone\x07');
  throw new Error('\x1b[2J\x1b[H\x1b[31mgone\x07\r\nand back');
}
