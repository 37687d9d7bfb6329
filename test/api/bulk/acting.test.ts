import type { StagedCase } from '../../support/staged-case';
import { openRoom, type Room } from '../support/room';
import { type Manager, managerAt } from './manager';

describe('x', () => {
  let room: Room;
  let manager: Manager;
  beforeAll(async () => {
    room = await openRoom();
    manager = managerAt(room);
  });
  afterAll(() => room.close());

  it('pauses', async () => {
    const cases: StagedCase[] = [await room.opens(), await room.opens()];
    const { bulkActionId: id, ...p } = await manager.previews({ kind: 'pause', step: 'sfi' }, { caseIds: cases.map(({ caseId }) => caseId) });
    console.log(p, await manager.items(id));
    console.log((await manager.starts(id)).body);
    console.log(await manager.untilOver(id), await manager.items(id));
    console.log((await cases[0]!.timeline()).at(-1), (await room.get('manager','/api/v1/inbox')).body.items);
  });
});
