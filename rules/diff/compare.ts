import type { Plan, PlannedStep } from '../../domain/model/plan';
import { type Aspect, aspectsOfCase, aspectsOfStep, isNotConcerned, wordsOfStatus } from './aspects';

/** One difference between two plans of a case; `before` or `after` is absent where a plan says nothing of it. */
export type Change = Omit<Aspect, 'words'> & { readonly before?: string; readonly after?: string };

/** Every difference between two plans of a case, in the order of the catalogue, those of the case itself last. */
export function changesBetween(before: Partial<Plan>, after: Partial<Plan>): readonly Change[] {
  const old = byId(before);
  const ids = [...new Set([...byId(after).keys(), ...old.keys()])];
  const steps = ids.flatMap((id) => changesOfStep(old.get(id), byId(after).get(id)));
  return [...steps, ...changed(aspectsOfCase(before), aspectsOfCase(after))];
}

/** A step that only one version has is shown by its status and dates alone. */
function changesOfStep(old: PlannedStep | undefined, present: PlannedStep | undefined): readonly Change[] {
  if (old && present) return changed(aspectsOfStep(old), aspectsOfStep(present));
  const only = old ?? present;
  if (only === undefined || isNotConcerned(only)) return [];
  const dues = aspectsOfStep(only).filter(({ kind }) => kind === 'due');
  const status = { step: only.stepId, kind: 'status' };
  const words = wordsOfStatus(only.status);
  return old
    ? [{ ...status, before: words, after: 'no step' }, ...changed(dues, [])]
    : [{ ...status, before: 'no step', after: words }, ...changed([], dues)];
}

function changed(before: readonly Aspect[], after: readonly Aspect[]): readonly Change[] {
  const old = byKey(before);
  const present = byKey(after);
  const keys = [...new Set([...old.keys(), ...present.keys()])];
  return keys.flatMap((key) => {
    const was = old.get(key);
    const is = present.get(key);
    const known = was ?? is;
    if (known === undefined || was?.words === is?.words) return [];
    const { words: _, ...about } = known;
    return [{ ...about, ...(was ? { before: was.words } : {}), ...(is ? { after: is.words } : {}) }];
  });
}

/** Several of the same, such as two days of one rule, are shown together. */
function byKey(aspects: readonly Aspect[]): Map<string, Aspect> {
  const found = new Map<string, Aspect>();
  for (const aspect of aspects) {
    const key = `${aspect.step} ${aspect.kind} ${aspect.what}`;
    const same = found.get(key);
    found.set(key, same ? { ...aspect, words: `${same.words}, ${aspect.words}` } : aspect);
  }
  return found;
}

function byId({ steps = [] }: Partial<Plan>): Map<string, PlannedStep> {
  return new Map(steps.map((step) => [step.stepId, step]));
}
