import type { Response } from 'express';
import { setTimeout as pause } from 'node:timers/promises';
import type { Desk, Filing, Letter, Reply, Simulation } from './agency';
import { behaviourFor, generalBehaviour, type Behaviour } from './behaviour';
import { later, type Instant } from './calendar';
import { dossierAt, matterOf, nextNumber, type Matter, type Occasion } from './dossiers';
import { filingKey, filingOfErrand, type FilingKey } from './reference';
import { timetableOf } from './timetable';

/** Returns the request handlers of a simulator. Every change is on disk before the response is sent. */
export function deskOf(simulation: Simulation): Desk {
  return {
    file: (read) => async (request, response) => {
      const filing = read(request);
      await answeringAbout(simulation, response, filingKey(filing.reference), (key, behaviour) =>
        filed(simulation, key, filing, behaviour),
      );
    },
    write: (read) => async (request, response) => {
      const letter = read(request);
      const reference = filingOfErrand(letter.reference);
      await answeringAbout(simulation, response, filingKey(reference), (key, behaviour) =>
        written(simulation, matterOf(simulation.file.state, key, reference ?? ''), letter, behaviour),
      );
    },
    retract: (read, reply) => async (request, response) => {
      const reference = read(request);
      await answeringAbout(simulation, response, filingKey(reference), () => {
        simulation.file.state.retracted[reference] = true;
        return reply(reference);
      });
    },
    look: (read, answer) => async (request, response) => {
      const references = read(request);
      const general = generalBehaviour(simulation.file.state.behaviours);
      await answering(simulation, response, general, () => ({
        status: 200,
        body: answer(references.flatMap((reference) => visible(simulation, reference) ?? [])),
      }));
    },
  };
}

/** Handles a request about one filing; responds with an error when its reference is unreadable. */
async function answeringAbout(
  simulation: Simulation,
  response: Response,
  key: FilingKey | undefined,
  act: (key: FilingKey, behaviour: Behaviour) => Reply,
): Promise<void> {
  if (!key) return reply(response, simulation.agency.trouble('malformed', 'REFERENS'));
  const behaviour = behaviourFor(simulation.file.state.behaviours, key);
  await answering(simulation, response, behaviour, () => act(key, behaviour));
}

/** Handles a request unless the agency is down; a slow agency acts first, then delays the response. */
async function answering(
  simulation: Simulation,
  response: Response,
  behaviour: Behaviour,
  act: () => Reply,
): Promise<void> {
  if (behaviour.down === true) return void response.socket?.destroy();
  if (behaviour.down) {
    response.set('retry-after', String(behaviour.down.retryAfterSeconds));
    return reply(response, { status: 503 });
  }
  const answer = act();
  await simulation.file.save();
  if (behaviour.slowMs) await pause(behaviour.slowMs);
  reply(response, answer);
}

function reply(response: Response, { status, body }: Reply): void {
  response.status(status);
  if (body) response.json(body);
  else response.end();
}

/** Returns a matter that may be looked up now. */
function visible({ file }: Simulation, reference: string): Matter | undefined {
  const key = filingKey(reference);
  const { behaviours, retracted } = file.state;
  if (!key || retracted[reference] || behaviourFor(behaviours, key).down) return undefined;
  return matterOf(file.state, key, reference);
}

function filed({ agency, file }: Simulation, key: FilingKey, filing: Filing, behaviour: Behaviour): Reply {
  const { state } = file;
  const { reference, at, type, about, person, content } = filing;
  const known = matterOf(state, key, reference);
  if (known && (known.about ??= about) !== about) return agency.trouble('sameReference', 'REFERENS_ANVAND');
  if (state.retracted[reference]) return agency.trouble('retracted', 'ATERKALLAD');
  if (known) return { status: 200, body: known.receipt };
  if (behaviour.refuse) {
    return agency.trouble('refused', behaviour.refuse === true ? 'UTANFOR_MALGRUPP' : behaviour.refuse);
  }
  const receipt = filing.receipt(nextNumber(state, at));
  const matter = { reference, key, type, about, person, content, came: occasion(at), receipt };
  dossierAt(state, key.caseId, at).matters[reference] = { ...matter, errands: {}, outgoing: {} };
  return { status: 201, body: receipt };
}

function written(
  simulation: Simulation,
  matter: Matter | undefined,
  letter: Letter,
  behaviour: Behaviour,
): Reply {
  const { agency, file } = simulation;
  if (!matter) return agency.trouble('unknownMatter', 'ARENDE_SAKNAS');
  const known = matter.errands[letter.reference];
  if (known) return { status: 200, body: known.receipt };
  if (file.state.retracted[matter.reference]) return agency.trouble('retracted', 'ATERKALLAD');
  const answers = letter.answers?.(matter, behaviour);
  const receipt = letter.receipt(nextNumber(file.state, letter.at), answers);
  const errand = { kind: letter.kind, came: occasion(letter.at), receipt, answers };
  matter.errands[letter.reference] = errand;
  dossierAt(file.state, matter.key.caseId, letter.at);
  if (letter.kind === 'reminder') resendLost(simulation, matter, errand.came);
  return { status: 201, body: receipt };
}

/** A reminder makes the agency find answers that were lost; it sends them within the next days. */
function resendLost({ file, settings }: Simulation, matter: Matter, reminded: Occasion): void {
  const { due } = timetableOf(matter, file.state, settings).after(reminded, 1, 'resendLost');
  for (const outgoing of Object.values(matter.outgoing)) {
    if (outgoing.state !== 'lost') continue;
    outgoing.state = 'kept';
    outgoing.notBefore = later(due, reminded.at);
  }
}

function occasion(at: Instant): Occasion {
  return { at, wall: new Date().toISOString() };
}
