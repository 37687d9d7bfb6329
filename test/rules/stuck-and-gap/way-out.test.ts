import type { OpenReason } from '../../../domain/model/agency';
import type { StepId } from '../../../domain/model/ids';
import { wayOutOf } from '../../../domain/process/stuck/way-out';
import type { StuckReason, StuckStep } from '../../../domain/process/stuck/reason';
import { day } from '../support';

const TODAY = day('2027-06-01');
const SINCE = day('2027-05-01');

function personnummer(status: StuckStep['status'], dues: StuckStep['dues'] = []): StuckStep {
  return { stepId: 'personnummer' as StepId, agency: 'skatteverket', kind: 'decision', status, dues };
}
const open = (waitingFor: 'agency' | 'caseworker' | 'newcomer' | 'date', why: OpenReason = 'answerAwaited') =>
  ({ kind: 'open', waitingFor, why, since: SINCE }) as const;
const silent: readonly StuckReason[] = [{ kind: 'silent', step: 'personnummer' as StepId, since: SINCE }];
const unowned: readonly StuckReason[] = [{ kind: 'unowned', step: 'personnummer' as StepId, since: SINCE }];
const demandFrom = (date: string) =>
  [{ date: day(date), kind: 'right', rule: 'demandDecision', law: 'FL 12 §', whose: 'newcomer' }] as const;

describe('what would free a stuck case', () => {
  it.each([
    ['an agency that is silent is reminded', personnummer(open('agency')), silent, 'skatteverket remind'],
    [
      'after six months the newcomer may demand a decision',
      personnummer(open('agency'), demandFrom('2027-06-01')),
      silent,
      'coordinator demandDecision',
    ],
    [
      'but not a day before',
      personnummer(open('agency'), demandFrom('2027-06-02')),
      silent,
      'skatteverket remind',
    ],
    ['a caseworker has to answer', personnummer(open('caseworker')), silent, 'skatteverket answer'],
    [
      'what the agency refused is handed over again',
      personnummer(open('caseworker', 'handOverRefused')),
      silent,
      'skatteverket resubmit',
    ],
    ['a step that is nobody’s is claimed', personnummer(open('caseworker')), unowned, 'skatteverket claim'],
    [
      'a newcomer who has not filed is helped',
      personnummer(open('newcomer')),
      silent,
      'coordinator helpNewcomer',
    ],
    [
      'a step that rests is resumed',
      personnummer({ kind: 'paused', why: 'x', since: SINCE }),
      silent,
      'skatteverket resume',
    ],
    [
      'a fact that is missing is told',
      personnummer({ kind: 'blocked', by: [], facts: ['stay'] }),
      silent,
      'coordinator tellFacts',
    ],
  ] as const)('%s', (_claim, root, reasons, expected) => {
    const { who, action } = wayOutOf(root, reasons, TODAY);
    expect(`${who} ${action}`).toBe(expected);
  });

  it.each([
    [
      'a gap that no step can end',
      [{ kind: 'gap', since: SINCE, gap: { from: SINCE } }],
      'socialnamnden applyForBistand',
    ],
    [
      'a permit that runs out',
      [{ kind: 'expiring', since: SINCE, validTo: TODAY }],
      'coordinator renewPermit',
    ],
    ['trouble with the case itself', [{ kind: 'technical', since: SINCE }], 'operator repair'],
  ] as const)('without a step to see to: %s', (_claim, reasons, expected) => {
    const { who, action } = wayOutOf(undefined, reasons as readonly StuckReason[], TODAY);
    expect(`${who} ${action}`).toBe(expected);
  });
});
