import { Router } from 'express';
import { z } from 'zod';
import type { Simulation } from './agency';
import { advance, dossiersOf, pendingOf } from './answers';
import { BehaviourRule } from './behaviour';
import { emptyState } from './dossiers';

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const cases = z.array(z.uuid());
const Advance = z.strictObject({ to: moment, caseIds: cases.optional() });
const Hold = z.strictObject({ caseIds: cases, seed: z.coerce.string() });
const Release = z.strictObject({ caseIds: cases });
const commaSeparated = z.string().transform((text) => text.split(',').filter(Boolean));
const Cases = z.strictObject({ caseId: z.uuid().optional(), caseIds: commaSeparated.optional() });

/** Returns the control plane of a simulator, by which a walk, the demonstration and the tests move and disturb it. */
export function controlOf(simulation: Simulation): Router {
  const router = Router();
  addClock(router, simulation);
  addHolds(router, simulation);
  addBehaviour(router, simulation);
  addViews(router, simulation);
  return router;
}

/** One advance at a time: two at once would send the same answer twice. */
function addClock(router: Router, simulation: Simulation): void {
  let last: Promise<unknown> = Promise.resolve();
  router.post('/advance', async (request, response) => {
    const { to, caseIds } = Advance.parse(request.body);
    const turn = last.then(() => advance(simulation, to, caseIds));
    last = turn.catch(() => undefined);
    response.json(await turn);
  });
}

function addHolds(router: Router, { file }: Simulation): void {
  router.post('/hold', async (request, response) => {
    const { caseIds, seed } = Hold.parse(request.body);
    for (const [index, caseId] of caseIds.entries()) file.state.held[caseId] = { seed, index };
    await file.save();
    response.json({ held: caseIds.length });
  });
  router.post('/release', async (request, response) => {
    const { caseIds } = Release.parse(request.body);
    for (const caseId of caseIds) delete file.state.held[caseId];
    await file.save();
    response.json({ released: caseIds.length });
  });
}

function addBehaviour(router: Router, { file }: Simulation): void {
  router.post('/behaviour', async (request, response) => {
    file.state.behaviours = [...file.state.behaviours, BehaviourRule.parse(request.body)];
    await file.save();
    response.json({ behaviours: file.state.behaviours });
  });
  router.get('/behaviour', (_request, response) => {
    response.json({ behaviours: file.state.behaviours });
  });
  router.delete('/behaviour', async (_request, response) => {
    file.state.behaviours = [];
    await file.save();
    response.json({ behaviours: [] });
  });
  router.post('/reset', async (_request, response) => {
    const { issued } = file.state;
    Object.assign(file.state, emptyState(), { issued });
    await file.save();
    response.json({});
  });
}

function addViews(router: Router, simulation: Simulation): void {
  const named = (query: unknown): string[] | undefined => {
    const { caseId, caseIds } = Cases.parse(query);
    return caseId ? [caseId] : caseIds;
  };
  router.get('/dossiers', (request, response) => {
    const { state } = simulation.file;
    const caseIds = named(request.query) ?? Object.keys(state.dossiers);
    const items = dossiersOf(simulation, caseIds).map((dossier) => ({
      ...dossier,
      held: state.held[dossier.caseId],
      retracted: Object.keys(state.retracted).filter((reference) =>
        reference.startsWith(`${dossier.caseId}/`),
      ),
    }));
    response.json({ items });
  });
  router.get('/due', (request, response) => {
    const pending = pendingOf(simulation, dossiersOf(simulation, named(request.query)));
    const items = pending.map(({ dossier, matter, name, due }) => {
      const tries = matter.outgoing[name]?.tries ?? 0;
      return { caseId: dossier.caseId, reference: matter.reference, answer: name, due, tries };
    });
    response.json({ items, nextDue: items[0]?.due ?? null });
  });
}
