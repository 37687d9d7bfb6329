import { newPlace, SERVERS_ONLY, startSystem } from './started-system';

describe('a system whose database and Temporal server run elsewhere', () => {
  it('starts neither, prepares both, and runs until it is told to stop', async () => {
    const there = await newPlace();
    const elsewhere = startSystem(there.variables, SERVERS_ONLY);
    const { databaseUrl, temporal } = await elsewhere.ready;

    const here = await newPlace();
    const variables = { ...here.variables, DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporal.address };
    const system = startSystem(variables, SERVERS_ONLY);
    const facts = await system.ready;
    const second = await startSystem(variables, SERVERS_ONLY).ended;
    system.signalGroup('SIGINT');
    const { code, output } = await system.ended;
    elsewhere.signalGroup('SIGINT');
    await elsewhere.ended;
    here.remove();
    there.remove();

    expect(facts.pids).toEqual({});
    expect(facts.temporal).toEqual({ address: temporal.address, namespace: 'default' });
    expect(output).toMatch(/^database at DATABASE_URL\nregister up to date\nTemporal at /);
    expect(second.output).toMatch(/^Etablering already runs on /);
    expect(code).toBe(0);
  });
});
