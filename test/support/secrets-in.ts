/** What an answer of the service may hold, by its names. */
interface Answer {
  readonly Session?: unknown;
  readonly SecretCode?: unknown;
  readonly AuthenticationResult?: object;
}

/** The texts in an answer of the service that are long enough to be secrets, and not the challenge's public parameters. */
export function secretsIn(answer: string | Answer): string[] {
  const read = typeof answer === 'string' ? (JSON.parse(answer) as Answer) : answer;
  const { Session, SecretCode, AuthenticationResult: tokens = {} } = read;
  const parts: unknown[] = [Session, SecretCode, ...Object.values(tokens)];
  return parts.filter((part): part is string => typeof part === 'string' && part.length > 20);
}
