import type { DatedValue } from '../../../law/dated';
import { rowOn } from '../../../law/dated';
import type { CaseFacts } from '../../../model/facts';
import type { PlainDate } from '../../../model/plain-date';

type Settlement = NonNullable<CaseFacts['settlement']>['form'];

/** How one kommun has divided its tasks. Names of units are data in Swedish, shown to people as they stand. */
export type KommunConfiguration = {
  /** Unit that decides on ekonomiskt bistånd, by how the household was settled; `unknown` while that is not known. */
  readonly bistandUnit: { readonly [form in Settlement | 'unknown']?: string };
  /** Unit that decides on emergency housing. */
  readonly akutboendeUnit: string;
  /** Name of its etableringscentrum, where it has one. */
  readonly centre?: string;
};

const SOCIALNAMNDEN = 'socialnämnden';
const INTRO = 'Intro Stockholm';
const STADSDEL = 'stadsdelsnämnden';

/** Anvisade and quota refugees at Intro Stockholm; whether that should go for egenbosatta too was open in 2021. */
const STOCKHOLM: KommunConfiguration = {
  bistandUnit: { anvisad: INTRO, kvot: INTRO, egenbosatt: STADSDEL, anhorig: STADSDEL },
  akutboendeUnit: STADSDEL,
};

/** Every other kommun: the act's own name of the board that decides (SoL 2025:400). */
const ELSEWHERE: KommunConfiguration = {
  bistandUnit: {
    anvisad: SOCIALNAMNDEN,
    kvot: SOCIALNAMNDEN,
    egenbosatt: SOCIALNAMNDEN,
    anhorig: SOCIALNAMNDEN,
    unknown: SOCIALNAMNDEN,
  },
  akutboendeUnit: SOCIALNAMNDEN,
};

/** The kommuner that differ, by kommunkod; configuration with its source, no statute. */
export const KOMMUN_CONFIGURATION: { readonly [kommun: string]: readonly DatedValue<KommunConfiguration>[] } =
  {
    '0180': [
      {
        validFrom: '2017-01-01',
        value: STOCKHOLM,
        statute: 'none; configuration',
        source: 'Östermalms stadsdelsnämnd 2021-04-22, KS 2021/208; the first day is a guess',
        verified: false,
      },
      {
        validFrom: '2021-08-01',
        value: { ...STOCKHOLM, centre: 'Etableringscentrum' },
        statute: 'none; configuration',
        source: 'as above; opened as Welcome House in August 2021 (start.stockholm, domain.md S5)',
        verified: false,
      },
    ],
  };

/** How a kommun has divided its tasks on a day. */
export function kommunConfiguration(kommun: string, day: PlainDate): KommunConfiguration {
  const rows = Object.hasOwn(KOMMUN_CONFIGURATION, kommun) ? KOMMUN_CONFIGURATION[kommun] : undefined;
  return (rows && rowOn(rows, day)?.value) ?? ELSEWHERE;
}

/** The unit that decides on ekonomiskt bistånd; undefined without a kommun of stay, and where it is not known yet. */
export function bistandUnit({ stay, settlement }: CaseFacts, day: PlainDate): string | undefined {
  return stay && kommunConfiguration(stay.kommun, day).bistandUnit[settlement?.form ?? 'unknown'];
}

/** The unit that decides on emergency housing; undefined without a kommun of stay. */
export function akutboendeUnit({ stay }: CaseFacts, day: PlainDate): string | undefined {
  return stay && kommunConfiguration(stay.kommun, day).akutboendeUnit;
}

/** The name of the etableringscentrum of the kommun of stay; undefined where there is none. */
export function centreOf({ stay }: CaseFacts, day: PlainDate): string | undefined {
  return stay && kommunConfiguration(stay.kommun, day).centre;
}
