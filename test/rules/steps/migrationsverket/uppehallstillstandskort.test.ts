import { adult, after, opened, step, wholePlanOn } from '../../support';

const CARD = 'uppehallstillstandskort';
const waiting = opened(CARD, '2027-01-11');

describe('the permit card', () => {
  it('comes to all whose permit is known, usually within two weeks', () => {
    const card = step(wholePlanOn('2027-01-11', adult()), CARD);
    expect(card).toMatchObject({ status: { kind: 'open' }, allowed: ['received'] });
    expect(card.dues).toMatchObject([{ date: '2027-01-25', kind: 'expectation' }]);
    const untold = wholePlanOn('2027-01-11', adult({ permit: undefined }));
    expect(step(untold, CARD).status).toMatchObject({ kind: 'blocked', facts: ['permit'] });
  });

  it('is done when it has been received', () => {
    const plan = wholePlanOn('2027-01-21', adult(), waiting, after(CARD, 'received', '2027-01-20'));
    expect(step(plan, CARD).status).toEqual({ kind: 'done', outcome: 'received', on: '2027-01-20' });
  });

  it.each([
    ['2027-03-11', 'open'],
    ['2027-03-12', 'done'],
    ['2027-03-13', 'done'],
  ])('closes by itself after 60 days when nobody recorded it: on %s %s', (on, kind) => {
    expect(step(wholePlanOn(on, adult(), waiting), CARD).status.kind).toBe(kind);
  });

  it('may be told as received after that', () => {
    const over = step(wholePlanOn('2027-04-01', adult(), waiting), CARD);
    expect(over.status).toEqual({ kind: 'done', outcome: 'notRecorded', on: '2027-03-12' });
    expect(over.allowed).toEqual(['reopening', 'received']);
    const told = wholePlanOn('2027-04-01', adult(), waiting, after(CARD, 'received', '2027-03-30'));
    expect(step(told, CARD).status).toMatchObject({ outcome: 'received' });
  });
});
