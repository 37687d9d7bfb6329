import { readFileSync } from 'node:fs';
import path from 'node:path';
import { redDaysOf } from '../../../domain/law/red-days';
import { CATALOGUE } from '../../../domain/process/steps/catalogue';
import { basisOf, citation } from '../../../domain/texts/citations';
import { writtenDay, writtenMonth } from '../../../domain/texts/language';
import { DAY_NAMES } from '../../../domain/texts/moves';
import { DUE_ACTS, EXPECTED_BY_RULE, HELD_BACK } from '../../../domain/texts/rules';
import { STEP_TITLES, stepTitle } from '../../../domain/texts/steps';
import { repositoryRoot } from '../../../platform/root';
import { filesIn } from '../../support/sources';
import { day } from '../support';

const sources = ['law', 'process']
  .flatMap((room) => filesIn(`domain/${room}`))
  .map((file) => readFileSync(path.join(repositoryRoot(), file), 'utf8'))
  .join('\n');
/** Written where the date is made, or as a constant that is used there. */
const CONSTANTS = new Map(
  [...sources.matchAll(/\b([A-Z_]+) = '(\w+)'/g)].map(([, name, rule]) => [name, rule]),
);
const written = [...sources.matchAll(/\brule: (?:'([A-Za-z]+)'|([A-Z_]+))/g)];
const RULES = new Set(
  written.map(([, rule, name]) => rule ?? CONSTANTS.get(name)).filter((rule) => rule !== undefined),
);

describe('the texts for people', () => {
  it('hold a title for every step of the catalogue, and for no other', () => {
    expect(Object.keys(STEP_TITLES).toSorted()).toEqual(CATALOGUE.map(({ id }) => id as string).toSorted());
  });

  it('hold what is handed in for every step that the newcomer files, and for no other', () => {
    const filed = CATALOGUE.filter(({ kind }) => kind === 'filing').map(({ id }) => id as string);
    const titled = Object.keys(STEP_TITLES).filter((id) => STEP_TITLES[id]?.filing);
    expect(titled.toSorted()).toEqual(filed.toSorted());
  });

  it('hold words for every rule that sets a date or holds a step back, and for no other', () => {
    const told = [DUE_ACTS, EXPECTED_BY_RULE, HELD_BACK].flatMap((each) => Object.keys(each));
    expect(told.toSorted()).toEqual([...RULES].toSorted());
  });

  it('name in English every day that lag 1930:173 moves an act from or past', () => {
    const years = Array.from({ length: 30 }, (_, at) => 2017 + at);
    const names = new Set(years.flatMap((year) => [...redDaysOf(year).values()]));
    expect([...names].filter((name) => !(name in DAY_NAMES))).toEqual([]);
  });

  it('give a step that the catalogue has no more by its id', () => {
    expect(stepTitle('stepOfBefore', 'sv')).toBe('stepOfBefore');
  });
});

describe('a date in words', () => {
  it('has the form of its language, whatever the time zone', () => {
    expect([writtenDay(day('2026-01-14'), 'sv'), writtenDay(day('2026-01-14'), 'en')]).toEqual([
      '14 januari 2026',
      '14 January 2026',
    ]);
    expect([writtenMonth('2027-12', 'sv'), writtenMonth('2027-12', 'en')]).toEqual([
      'december 2027',
      'December 2027',
    ]);
  });
});

describe('a citation', () => {
  it.each([
    ['FL 12 §', 'FL (2017:900) 12 §'],
    ['FOL 38, 40 §§; FL 44 §', 'FOL (1991:481) 38, 40 §§; FL (2017:900) 44 §'],
    ['FL 40, 44 §§ (2017:584 ej läst)', 'FL (2017:900) 40, 44 §§, 2017:584 ej läst'],
    ['skollagen 20:29', 'skollagen (2010:800) 20:29'],
    ['SoL 2025:400 12 kap.', 'SoL 2025:400 12 kap.'],
    ['UtlL 2005:716', 'UtlL 2005:716'],
    ['bankens villkor', 'bankens villkor'],
  ])('%s is written %s', (law, written) => {
    expect(citation(law)).toBe(written);
  });

  it('says past which days an act was moved', () => {
    const movedBy = 'långfredagen → påskdagen → annandag påsk → tisdag, lag 1930:173 2 §';
    const due = {
      date: day('2027-03-30'),
      kind: 'duty',
      rule: 'r',
      law: 'FL 20 §',
      whose: 'newcomer',
    } as const;
    expect(basisOf({ ...due, movedBy }, 'sv')).toBe(
      'FL (2017:900) 20 §; flyttad från långfredagen förbi påskdagen och annandag påsk till tisdag enligt lag ' +
        '(1930:173) 2 §',
    );
    expect(basisOf({ ...due, movedBy }, 'en')).toBe(
      'FL (2017:900) 20 §; moved from Good Friday past Easter Sunday and Easter Monday to Tuesday by lag ' +
        '(1930:173) 2 §',
    );
  });

  it('says which pauses and extensions put off a target', () => {
    const movedBy = 'paus 1 dag, paus 14 dagar, förlängd till 2027-03-01';
    const target = { date: day('2027-03-01'), kind: 'target', rule: 'r', law: 'skollagen 20:29' } as const;
    const due = { ...target, whose: 'kommun', movedBy } as const;
    expect(basisOf(due, 'sv')).toBe(
      'mål, skollagen (2010:800) 20:29; framflyttad av paus i 1 dag, paus i 14 dagar och förlängning till den 1 mars 2027',
    );
    expect(basisOf(due, 'en')).toBe(
      'target, source: “skollagen (2010:800) 20:29”; put off by a pause of 1 day, a pause of 14 days and an extension ' +
        'to 1 March 2027',
    );
  });
});
