/**
 * The catalogue: every step of the path, in order of prerequisites.
 *
 * To add a step: one object of type `StepDefinition` in `domain/process/steps/<agency>/` (its statute's rules and
 * dated values in a file of their own in `domain/law/`), its name in the list below after the steps it waits for, a row in
 * `APPEAL_ROUTES` where it can refuse, and its table of tests in `test/rules/steps/<agency>/<step>.test.ts`. Nothing else
 * changes: the planner, the workflow, the register and the API read this list.
 */
import { baseOf, isLaterId } from '../planner/recurrence';
import { aktivitetsrapport } from './arbetsformedlingen/aktivitetsrapport';
import { anvisningEtableringsprogrammet } from './arbetsformedlingen/anvisning';
import { handlingsplan } from './arbetsformedlingen/handlingsplan';
import { afInskrivning, etableringssamtal } from './arbetsformedlingen/inskrivning';
import { programuppfoljning } from './arbetsformedlingen/programuppfoljning';
import { bankId, bankkonto } from './bank';
import {
  etableringsersattning,
  etableringsersattningKartlaggning,
} from './forsakringskassan/etableringsersattning';
import { socialforsakring } from './forsakringskassan/socialforsakring';
import { akutboende } from './kommun/akutboende';
import { ekonomisktBistand } from './kommun/ekonomiskt-bistand';
import { bostadsvagledning, etableringscentrum } from './kommun/etableringscentrum';
import { kommunmote } from './kommun/kommunmote';
import { samhallsorientering } from './kommun/samhallsorientering';
import { forskola, skola } from './kommun/school';
import { sfi } from './kommun/sfi';
import { delgivning } from './migrationsverket/delgivning';
import { lagaKraft } from './migrationsverket/laga-kraft';
import { utskrivningLma } from './migrationsverket/lma';
import { forlangning, uppehallstillstandskort } from './migrationsverket/permit';
import { anvisningKommun, mottagande } from './migrationsverket/settlement';
import { godMan } from './overformyndare';
import { pensionsformaner } from './pensionsmyndigheten';
import { halsoundersokning } from './region';
import { idKort } from './skatteverket/id-kort';
import { flyttningsanmalan, personnummer } from './skatteverket/personnummer';
import { samordningsnummer } from './skatteverket/samordningsnummer';
import type { StepDefinition } from './step-definition';
import { vardnadshavare } from './tingsratt';
import { betygsbedomning } from './uhr';

/**
 * Version of rules and catalogue, by the day they were last changed. A case planned by an older one keeps its plan until
 * its next message or date.
 */
export const RULES_VERSION = '2026-11-22';

/** Every step, each after those it waits for. */
export const CATALOGUE: readonly StepDefinition[] = [
  delgivning,
  lagaKraft,
  uppehallstillstandskort,
  anvisningKommun,
  mottagande,
  utskrivningLma,
  forlangning,
  kommunmote,
  etableringssamtal,
  afInskrivning,
  anvisningEtableringsprogrammet,
  flyttningsanmalan,
  personnummer,
  samordningsnummer,
  idKort,
  programuppfoljning,
  etableringsersattningKartlaggning,
  handlingsplan,
  etableringsersattning,
  aktivitetsrapport,
  socialforsakring,
  pensionsformaner,
  akutboende,
  forskola,
  skola,
  sfi,
  samhallsorientering,
  halsoundersokning,
  betygsbedomning,
  bankkonto,
  bankId,
  godMan,
  vardnadshavare,
  etableringscentrum,
  bostadsvagledning,
  ekonomisktBistand,
];

const byId: ReadonlyMap<string, StepDefinition> = new Map(CATALOGUE.map((step) => [step.id, step]));

/** The definition of a step by its id, or by that of an occurrence; undefined when the catalogue has none. */
export function stepDefinition(id: string): StepDefinition | undefined {
  const definition = byId.get(baseOf(id));
  return definition?.id === id || (definition?.recurs && isLaterId(id)) ? definition : undefined;
}
