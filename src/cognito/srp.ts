/** How long one slice of the exponentiation may hold the main thread, in milliseconds: half a frame. */
const slice = 8;

/**
 * Lets the page paint, take input and run its timers. A timer of our own would add its 4 ms clamp (HTML, "timer initialization
 * steps") to every slice; in Chromium `scheduler.yield` goes before the page's timers until the whole work is done.
 */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * base ** exponent mod modulus in slices, with a fixed window of four bits: the exponent's hexadecimal digits. On native BigInt it takes
 * about a fifth of the SDK's time; in slices it needs no Worker, which a strict `worker-src` would forbid.
 * @param base may be negative
 */
export async function modPow(base: bigint, exponent: bigint, modulus: bigint): Promise<bigint> {
  const powers = [1n];
  const root = ((base % modulus) + modulus) % modulus;
  for (let power = 1; power < 16; power++) powers.push((powers[power - 1]! * root) % modulus);
  let result = 1n;
  let began = performance.now();
  for (const digit of exponent.toString(16)) {
    for (let bit = 0; bit < 4; bit++) result = (result * result) % modulus;
    result = (result * powers[parseInt(digit, 16)]!) % modulus;
    if (performance.now() - began > slice) {
      await breathe();
      began = performance.now();
    }
  }
  return result;
}
