const quoted = (text: string) => `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

/** Attributes with a place of their own in the text. */
const placed = new Set(['user-pool-id', 'client-id', 'style']);

/** The element as it stands here, as a page would write it. The endpoint is the local pool's: a pool at AWS needs none. */
export function snippet(
  login: HTMLElement & { userPoolId: string; clientId: string; username: string },
  endpoint: string,
) {
  const { userPoolId, clientId, username } = login;
  const attributes = [
    ['user-pool-id', userPoolId],
    ['client-id', clientId],
    ['endpoint', endpoint],
  ];
  for (const { name, value } of login.attributes) if (!placed.has(name)) attributes.push([name, value]);
  if (username) attributes.push(['username', username]);
  const style = login.getAttribute('style');
  if (style) attributes.push(['style', style]);
  const lines = attributes.map(([name, value]) => `  ${name}=${quoted(value ?? '')}`);
  return ['<cognito-mfa-login', ...lines, '></cognito-mfa-login>'].join('\n');
}
