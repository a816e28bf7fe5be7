/** 32 random bits. The SDK's own looks for `global` and `require` first. */
export default function randomInt(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]!;
}
