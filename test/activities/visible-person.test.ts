import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { visiblePerson } from '../../activities/visible-person';
import type { PersonField } from '../../domain/law/person-field';
import type { SystemAgency } from '../../domain/model/agency';
import { KommunCode, StepId } from '../../domain/model/ids';
import { PlainDate } from '../../domain/model/plain-date';
import { CATALOGUE } from '../../domain/process/steps/catalogue';
import type { HandOverPerson } from '../../register/hand-over/person';
import { CLIENT_MAKERS } from '../../worker/clients';
import { filingOf } from '../agencies/stage';

/** A person of whom everything is known. */
const PERSON: Required<HandOverPerson> = {
  givenName: 'Amal',
  familyName: 'Haddad',
  dossiernummer: '12-345678',
  personnummer: '199610202385',
  bornOn: PlainDate.parse('1996-10-20'),
  arrivedOn: PlainDate.parse('2026-12-01'),
  kommun: KommunCode.parse('0484'),
  dwelling: 'none',
  permitGround: 'refugee',
};

/** How each statement about the person would show in a request, whoever's words it is in. */
const TRACES = {
  dossiernummer: /12-?345678/,
  personnummer: /19961020-?2385/,
  arrivedOn: /2026-12-01/,
  kommun: /"0484"/,
  dwelling: /SAKNAS|"none"/,
  permit: /FLYKTING|refugee|hasResidencePermit/,
} as const satisfies Partial<Record<PersonField, RegExp>>;

/** Everything that an agency's client sends when it hands a step over. */
async function sentFor(agency: SystemAgency, stepId: StepId): Promise<string> {
  const sent: string[] = [];
  const server = createServer((request, response) => {
    sent.push(`${request.url} ${JSON.stringify(request.headers)}`);
    request.on('data', (part) => sent.push(String(part)));
    request.on('end', () => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const filing = { ...filingOf(stepId), person: visiblePerson(PERSON, stepId) };
  await expect(CLIENT_MAKERS[agency]({ url, apiKey: 'key' }).handOver(filing)).rejects.toThrow(/500/);
  server.close();
  return sent.join('\n');
}

const handedOver = CATALOGUE.filter((step) => step.handedOver).map((step) => [step.id, step] as const);

describe.each(handedOver)('the agency of %s', (stepId, { agency, sees }) => {
  it('is told nothing about the person but what its step may see', async () => {
    const sent = await sentFor(agency as SystemAgency, stepId);
    const told = Object.entries(TRACES).filter(([, trace]) => trace.test(sent));
    expect(sees).toEqual(expect.arrayContaining(told.map(([field]) => field)));
  });

  it('is told who the person is', async () => {
    expect(sees).toContain('name');
    const sent = await sentFor(agency as SystemAgency, stepId);
    expect(sent).toMatch(/Amal/);
    expect(sent).toMatch(/1996-?10-?20/);
  });
});

describe('a step that the catalogue does not have', () => {
  it('tells nothing but the name', () => {
    const told = visiblePerson(PERSON, StepId.parse('visum'));
    expect(told).toEqual({ givenName: 'Amal', familyName: 'Haddad' });
  });
});
