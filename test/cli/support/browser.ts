/** A browser as far as signing in needs one: it keeps cookies and tells where it is sent. */
export function browser(): (
  url: string,
  form?: Record<string, string>,
) => Promise<{ to: string; text: string }> {
  const cookies = new Map<string, string>();
  return async (url, form) => {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    return { to: location ? new URL(location, url).href : '', text: await answer.text() };
  };
}

/** Confirms a device's code as an identity of the demonstration, the way a person does it. */
export async function confirmDevice(issuer: string, code: string, identity: string): Promise<void> {
  const visit = browser();
  const secret = (text: string): string => /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const { text: asks } = await visit(`${issuer}/device`);
  const { text: confirms } = await visit(`${issuer}/device`, { xsrf: secret(asks), user_code: code });
  let { to } = await visit(`${issuer}/device`, { xsrf: secret(confirms), user_code: code, confirm: 'yes' });
  ({ to } = await visit(to, { identity }));
  while (to) ({ to } = await visit(to));
}
