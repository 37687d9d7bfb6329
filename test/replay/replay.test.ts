import { readHistory, recordedHistories, replay } from '../support/recorded-histories';

describe('the present workflow code', () => {
  it('has histories to be held to', () => {
    expect(recordedHistories().length).toBeGreaterThanOrEqual(5);
  });

  it.each(recordedHistories())('goes on with a case that began as %s', async (name) => {
    await expect(replay(readHistory(name))).resolves.toBeUndefined();
  });

  it('would be caught doing otherwise than a recorded case did', async () => {
    const [name = ''] = recordedHistories();
    const history = readHistory(name).replace('"name":"handOver"', '"name":"somethingElse"');
    await expect(replay(history)).rejects.toThrow('somethingElse');
  });
});
