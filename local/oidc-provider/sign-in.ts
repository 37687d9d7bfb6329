import { Router, urlencoded } from 'express';
import type { Provider } from 'oidc-provider';
import { IDENTITIES, identityNamed } from '../identities';

/** The page where one chooses who to be. There is no password: the identities are the demonstration's own. */
export function signInPages(provider: Provider): Router {
  const pages = Router();
  pages.get('/interaction/:uid', async (request, response) => {
    const { prompt } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') response.type('html').send(page(request.params.uid));
    else await provider.interactionFinished(request, response, { consent: {} });
  });
  pages.post(
    '/interaction/:uid',
    urlencoded({ extended: false, limit: '1kb' }),
    async (request, response) => {
      const { identity } = request.body as { identity?: unknown };
      const known = identityNamed(String(identity));
      if (known) await provider.interactionFinished(request, response, { login: { accountId: known.name } });
      else response.status(400).type('html').send(page(request.params.uid));
    },
  );
  return pages;
}

function page(uid: string): string {
  const choices = IDENTITIES.filter(({ claims }) => claims.role !== 'system').map(
    ({ name, description }) =>
      `<p><button name="identity" value="${name}">${name}</button> ${description}</p>`,
  );
  return `<!doctype html>
<html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Logga in</title>
<style>body{font:1.1rem/1.5 system-ui;margin:3rem auto;max-width:40rem;padding:0 1rem}button{font:inherit;padding:.4rem .8rem}</style>
<h1>Vem vill du logga in som?</h1>
<p>Personerna finns bara i demonstrationen. Därför behövs inget lösenord.</p>
<form method="post" action="/interaction/${encodeURIComponent(uid)}">
${choices.join('\n')}
</form></html>`;
}
