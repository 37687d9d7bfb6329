import type { CaughtMail } from './box';

/** The mails as a page of HTML that needs nothing else. */
export function mailPage(mails: readonly CaughtMail[]): string {
  const shown = mails.map(
    ({ from, to, subject, text }) =>
      `<article><h2>${escape(subject)}</h2><p>${escape(from)} → ${escape(to)}</p><pre>${escape(text)}</pre></article>`,
  );
  return `<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<title>Mails caught here</title>
<style>body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap}</style>
<h1>Mails caught here</h1>
<p>None of them has been sent on. As JSON: <a href="/mails">/mails</a></p>
${shown.join('\n') || '<p>There are none.</p>'}
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
