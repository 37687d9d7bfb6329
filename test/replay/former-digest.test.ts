import type { PlanDigest } from '../../domain/model/assessment';
import { type FormerDigest, readDigest } from '../../workflows/former/digest';

/** As 0.1.0 recorded it: a refusal with its time to appeal, a step with its agency, and one that is paused. */
const FORMER = {
  open: [
    {
      stepId: 'personnummer',
      filing: 1,
      says: 1,
      of: 0,
      waitsFor: 'newcomer',
      unpausable: true,
      due: '2027-02-22',
    },
    {
      stepId: 'sfi',
      filing: 2,
      says: 2,
      handOver: 'kommun',
      expected: '2027-04-04',
      movable: { sfiWithinOneMonth: '2027-02-11' },
      due: '2027-02-11',
      moved: true,
    },
    { stepId: 'idKort', filing: 1, says: 3, of: 0, expected: '2027-02-24' },
  ],
  words: ['reopening', 'appealFiled newApplication letStand', 'received started', 'issued'],
  blocked: ['samhallsorientering', 'halsoundersokning'],
  paused: ['halsoundersokning'],
  done: [{ stepId: 'delgivning', filing: 1, says: 0, notAfter: '2027-03-01' }],
  agencies: ['skatteverket', 'kommun'],
  retract: ['kommunmote'],
  errands: [],
  finished: false,
  since: '2027-01-11',
  wakeAt: 1802404907000,
  kommun: '0484',
  dueOn: '2027-02-11',
} as unknown as FormerDigest;

const PRESENT = {
  open: [
    {
      stepId: 'personnummer',
      agency: 'skatteverket',
      filing: 1,
      waitingFor: 'newcomer',
      allowed: ['appealFiled', 'newApplication', 'letStand'],
      movable: {},
      due: '2027-02-22',
      isPausable: false,
    },
    {
      stepId: 'sfi',
      agency: 'kommun',
      filing: 2,
      waitingFor: 'agency',
      allowed: ['received', 'started'],
      handOver: 'kommun',
      movable: { sfiWithinOneMonth: '2027-02-11', sfiExpected: '2027-04-04' },
      due: '2027-02-11',
      isPausable: true,
      moved: true,
    },
    {
      stepId: 'idKort',
      agency: 'skatteverket',
      filing: 1,
      waitingFor: 'caseworker',
      allowed: ['issued'],
      movable: { idKortExpected: '2027-02-24' },
      due: '2027-02-24',
      isPausable: true,
    },
  ],
  blocked: ['samhallsorientering'],
  paused: ['halsoundersokning'],
  done: [{ stepId: 'delgivning', filing: 1, allowed: ['reopening'], notAfter: '2027-03-01' }],
  retract: ['kommunmote'],
  errands: [],
  finished: false,
  since: '2027-01-11',
  wakeAt: 1802404907000,
  kommun: '0484',
  dueOn: '2027-02-11',
} as unknown as PlanDigest;

describe('a digest that a case has recorded', () => {
  it('reads in the present form when version 0.1.0 recorded it', () => {
    expect(readDigest(FORMER)).toEqual(PRESENT);
  });

  it('is as it was when it has the present form', () => {
    expect(readDigest(PRESENT)).toBe(PRESENT);
  });

  it('names the agency that no other open step is handed over to, where a history has nothing else', () => {
    const [first, sfi] = FORMER.open.map(({ of: _of, ...step }) => step);
    const [read] = readDigest({ ...FORMER, open: [first, sfi] as never }).open;
    expect(read?.agency).toBe('skatteverket');
  });
});
