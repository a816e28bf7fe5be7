/** The texts in an answer of the service that are long enough to be secrets, and not the challenge's public parameters. */
export function secretsIn(answer: string): string[] {
  const { Session, SecretCode, AuthenticationResult: tokens = {} } = JSON.parse(answer) as Record<string, unknown>;
  const parts = [Session, SecretCode, ...Object.values(tokens as object)];
  return parts.filter((part): part is string => typeof part === 'string' && part.length > 20);
}
