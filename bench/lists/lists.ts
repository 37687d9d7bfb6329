import { addDays } from '../../domain/law/calendar';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { KommunCode } from '../../domain/model/ids';
import type { Register } from '../../register/database';
import { listCases } from '../../register/reading/list';
import { listStuck } from '../../register/stuck/list';
import { countStuck } from '../../register/stuck/summary';
import { readWorklist } from '../../register/work/worklist';

/** A list that is measured: asked through the API by a demonstration identity, and by its own SQL. */
export type MeasuredList = {
  readonly name: string;
  readonly identity: string;
  readonly path: string;
  readonly ask: (register: Register) => Promise<unknown>;
};

const today = stockholmDayAt(Date.now());
const ESKILSTUNA = ['0484' as KommunCode];
const skatteverket = { agency: 'skatteverket', reader: 'caseworker-skatteverket' } as const;
const kommun = { agency: 'kommun', kommuner: ESKILSTUNA, reader: 'caseworker-kommun' } as const;
const page = { limit: 51 };

export const LISTS: readonly MeasuredList[] = [
  {
    name: 'worklist, agency, due',
    identity: 'caseworker-skatteverket',
    path: '/worklist?sort=due',
    ask: (register) => readWorklist(register, skatteverket, {}, { ...page, order: 'due' }),
  },
  {
    name: 'worklist, agency, priority',
    identity: 'caseworker-skatteverket',
    path: '/worklist?sort=priority',
    ask: (register) => readWorklist(register, skatteverket, {}, { ...page, order: 'priority' }),
  },
  {
    name: 'worklist, kommun, due',
    identity: 'caseworker-kommun',
    path: '/worklist?sort=due',
    ask: (register) => readWorklist(register, kommun, {}, { ...page, order: 'due' }),
  },
  {
    name: 'worklist, kommun, nobody’s',
    identity: 'caseworker-kommun',
    path: '/worklist?sort=waiting&assignee=none&waitingFor=caseworker',
    ask: (register) =>
      readWorklist(
        register,
        kommun,
        { assignee: null, waitingFor: 'caseworker' },
        { ...page, order: 'waiting' },
      ),
  },
  {
    name: 'cases',
    identity: 'coordinator',
    path: '/cases',
    ask: (register) => listCases(register, {}, {}, page),
  },
  {
    name: 'cases, overdue in a kommun',
    identity: 'coordinator',
    path: `/cases?kommun=0484&dueBefore=${today}&stepStatus=open`,
    ask: (register) =>
      listCases(register, { kommun: '0484' as KommunCode, dueBefore: today, stepStatus: 'open' }, {}, page),
  },
  {
    name: 'stuck, everywhere',
    identity: 'manager',
    path: '/stuck',
    ask: (register) => listStuck(register, today, {}, { ...page, isToday: true }),
  },
  {
    name: 'stuck, one kommun and reason',
    identity: 'manager',
    path: '/stuck?kommun=0484&reason=silent',
    ask: (register) =>
      listStuck(register, today, { kommuner: ESKILSTUNA, reason: 'silent' }, { ...page, isToday: true }),
  },
  {
    name: 'stuck in sixty days',
    identity: 'manager',
    path: `/stuck?asOf=${addDays(today, 60)}`,
    ask: (register) => listStuck(register, addDays(today, 60), {}, { ...page, isToday: false }),
  },
  {
    name: 'summary by step',
    identity: 'manager',
    path: '/stuck/summary',
    ask: (register) => countStuck(register, today, {}, ['step', 'agency']),
  },
  {
    name: 'summary by kommun, reason',
    identity: 'manager',
    path: '/stuck/summary?by=kommun,reason',
    ask: (register) => countStuck(register, today, {}, ['kommun', 'reason']),
  },
];
