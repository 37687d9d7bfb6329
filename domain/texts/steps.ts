import type { StepKind } from '../model/plan';
import { stepDefinition } from '../process/steps/catalogue';
import { baseOf } from '../process/planner/recurrence';
import { type Language, type Text, writtenMonth } from './language';

/** What a step is called: words that stand after *the matter of*. `filing`: what the newcomer hands in, where they do. */
export type StepTitle = Text & { readonly filing?: Text };

/** Titles by step of the catalogue. */
export const STEP_TITLES: { readonly [step: string]: StepTitle } = {
  delgivning: { sv: 'delgivning av uppehållstillståndet', en: 'service of the residence permit' },
  lagaKraft: { sv: 'laga kraft för tillståndsbeslutet', en: 'finality of the permit decision' },
  uppehallstillstandskort: { sv: 'uppehållstillståndskort', en: 'the residence permit card' },
  anvisningKommun: { sv: 'anvisning till en kommun', en: 'assignment to a municipality' },
  mottagande: { sv: 'mottagande i kommunen', en: 'reception in the municipality' },
  utskrivningLma: { sv: 'utskrivning enligt LMA', en: 'discharge under LMA' },
  forlangning: {
    sv: 'förlängning av uppehållstillståndet',
    en: 'extension of the residence permit',
    filing: {
      sv: 'ansökan om förlängning av uppehållstillståndet',
      en: 'the application for an extension of the residence permit',
    },
  },
  kommunmote: { sv: 'kommunmöte', en: 'the municipal meeting' },
  etableringssamtal: { sv: 'etableringssamtal', en: 'the introduction interview' },
  afInskrivning: { sv: 'inskrivning som arbetssökande', en: 'enrolment as a jobseeker' },
  anvisningEtableringsprogrammet: {
    sv: 'anvisning till etableringsprogrammet',
    en: 'assignment to the introduction programme',
  },
  flyttningsanmalan: {
    sv: 'flyttning till Sverige',
    en: 'the move to Sweden',
    filing: { sv: 'anmälan om flyttning till Sverige', en: 'the notice of the move to Sweden' },
  },
  personnummer: { sv: 'folkbokföring', en: 'population registration' },
  samordningsnummer: { sv: 'samordningsnummer', en: 'a coordination number (samordningsnummer)' },
  idKort: { sv: 'id-kort', en: 'an identity card' },
  programuppfoljning: {
    sv: 'uppföljning av etableringsprogrammet',
    en: 'the follow-up of the introduction programme',
  },
  etableringsersattningKartlaggning: {
    sv: 'etableringsersättning under kartläggningen',
    en: 'introduction benefit during the mapping',
  },
  handlingsplan: { sv: 'möte om individuell handlingsplan', en: 'the meeting on the individual plan' },
  etableringsersattning: { sv: 'etableringsersättning', en: 'introduction benefit' },
  aktivitetsrapport: {
    sv: 'aktivitetsrapport',
    en: 'the activity report',
    filing: { sv: 'aktivitetsrapport', en: 'the activity report' },
  },
  socialforsakring: { sv: 'försäkringstillhörighet', en: 'social insurance' },
  pensionsformaner: { sv: 'pensionsförmåner', en: 'pension benefits' },
  akutboende: { sv: 'akutboende', en: 'emergency housing' },
  forskola: { sv: 'förskola', en: 'preschool' },
  skola: { sv: 'skola', en: 'school' },
  sfi: { sv: 'svenska för invandrare (sfi)', en: 'Swedish for immigrants (sfi)' },
  samhallsorientering: { sv: 'samhällsorientering', en: 'civic orientation' },
  halsoundersokning: { sv: 'hälsoundersökning', en: 'the health examination' },
  betygsbedomning: { sv: 'bedömning av utländska betyg', en: 'the assessment of foreign grades' },
  bankkonto: { sv: 'betalkonto', en: 'a payment account' },
  bankId: { sv: 'BankID', en: 'a BankID' },
  godMan: { sv: 'god man', en: 'a guardian (god man)' },
  vardnadshavare: { sv: 'särskilt förordnad vårdnadshavare', en: 'a specially appointed guardian' },
  etableringscentrum: { sv: 'plats vid etableringscentrum', en: 'a place at the introduction centre' },
  bostadsvagledning: { sv: 'bostadsvägledning', en: 'housing guidance' },
  ekonomisktBistand: { sv: 'ekonomiskt bistånd', en: 'financial assistance' },
};

/** What a step that is open is expected to bring, by its kind. */
export const EXPECTED = {
  meeting: { sv: 'mötet', en: 'the meeting' },
  filing: { sv: 'beslut', en: 'a decision' },
  decision: { sv: 'beslut', en: 'a decision' },
  payment: { sv: 'utbetalning', en: 'payment' },
  enrolment: { sv: 'besked', en: 'an answer' },
  notice: { sv: 'besked', en: 'an answer' },
  clock: { sv: 'besked', en: 'an answer' },
} as const satisfies Record<StepKind, Text>;

const PERIODS = {
  month: { sv: 'för', en: 'for' },
  longer: { sv: 'från och med', en: 'from' },
} as const satisfies Record<string, Text>;

/** What a step or one of its occurrences is called; a step that the catalogue has no more goes by its id. */
export function stepTitle(stepId: string, language: Language): string {
  return withPeriod(STEP_TITLES[baseOf(stepId)]?.[language] ?? baseOf(stepId), stepId, language);
}

/** What the newcomer hands in; the title of a step where nothing is. */
export function filingTitle(stepId: string, language: Language): string {
  const filing = STEP_TITLES[baseOf(stepId)]?.filing;
  return filing ? withPeriod(filing[language], stepId, language) : stepTitle(stepId, language);
}

function withPeriod(title: string, stepId: string, language: Language): string {
  const [, month] = stepId.split(':');
  if (month === undefined) return title;
  const isMonthly = stepDefinition(stepId)?.recurs?.everyMonths === 1;
  const period = PERIODS[isMonthly ? 'month' : 'longer'][language];
  return `${title} ${period} ${writtenMonth(month, language)}`;
}
