import { homedir } from 'node:os';
import path from 'node:path';
import { EXIT, Failure } from './failure';

/** What the command is told by its surroundings. */
export type Settings = {
  /** The API's address, without `/api/v1`. */
  readonly url: string;
  /** An access token that somebody else has got; then nothing is read of a sign-in. */
  readonly token?: string;
  /** The sign-in service, where the API does not say it. */
  readonly issuer?: string;
  readonly clientId: string;
  readonly scope: string;
  /** Where sign-ins are kept. */
  readonly folder: string;
  /** The user's language by the locale, as an `Accept-Language`. */
  readonly language?: string;
};

type Variables = Readonly<Record<string, string | undefined>>;

const USUAL_URL = 'http://127.0.0.1:8080';

/** Reads the settings out of `variables`; an empty one counts as not set. Throws a failure of usage for a bad address. */
export function readSettings(variables: Variables = process.env): Settings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const {
    ETABLERING_URL = USUAL_URL,
    ETABLERING_CLIENT_ID = 'etablering-device',
    ETABLERING_SCOPE = 'openid offline_access api',
    ETABLERING_TOKEN,
    ETABLERING_ISSUER,
    XDG_CONFIG_HOME = path.join(homedir(), '.config'),
  } = given;
  return {
    url: apiAddress(ETABLERING_URL),
    token: ETABLERING_TOKEN,
    issuer: ETABLERING_ISSUER && apiAddress(ETABLERING_ISSUER),
    clientId: ETABLERING_CLIENT_ID,
    scope: ETABLERING_SCOPE,
    folder: path.join(XDG_CONFIG_HOME, 'etablering'),
    language: languageOf(given),
  };
}

/** The language of the locale, `sv` of `sv_SE.UTF-8`; none for `C`. */
function languageOf({ LC_ALL, LC_MESSAGES, LANG = '' }: Variables): string | undefined {
  return /^([a-z]{2})(_|\.|$)/.exec(LC_ALL ?? LC_MESSAGES ?? LANG)?.[1];
}

/** An address without a slash at its end. Throws a failure of usage for what is no address. */
export function apiAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new Failure(EXIT.usage, `${text} is no http or https address`);
  }
  return text.replace(/\/+$/, '');
}
