/** Times of one thing done often, in milliseconds. */
export type Times = { readonly p50: number; readonly p95: number; readonly perSecond: number };

/** Does something `rounds` times by several clients at once and times it, after some rounds that are not counted. */
export async function timed(once: () => Promise<void>, rounds: number, clients: number): Promise<Times> {
  for (let round = 0; round < 5; round += 1) await once();
  const times: number[] = [];
  const begun = performance.now();
  let left = rounds;
  async function client(): Promise<void> {
    while (left > 0) {
      left -= 1;
      const at = performance.now();
      await once();
      times.push(performance.now() - at);
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begun) / 1_000;
  times.sort((one, other) => one - other);
  const share = (part: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
  return { p50: share(0.5), p95: share(0.95), perSecond: times.length / seconds };
}
